package io.provenant.gateway.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which gateway to talk to, and as whom. */
final class GatewayOptions {

    @Option(
            names = "--gateway",
            defaultValue = "${env:PVN_GATEWAY:-http://127.0.0.1:8080}",
            paramLabel = "URL",
            description = "the gateway (default: PVN_GATEWAY, or http://127.0.0.1:8080)")
    private URI gateway = URI.create("");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "file with a bearer token (default: the variable PVN_TOKEN)")
    private @Nullable Path tokenFile;

    GatewayClient client() {
        return new GatewayClient(gateway, token());
    }

    // Never as an option's value: arguments are visible to every user of the machine.
    private String token() {
        Optional<String> token = tokenFile == null
                ? Optional.ofNullable(System.getenv("PVN_TOKEN"))
                : Optional.of(new String(InputFile.bytes(tokenFile), StandardCharsets.US_ASCII));
        return token.map(String::strip)
                .filter(text -> text.matches("[A-Za-z0-9._~+/=-]+"))
                .orElseThrow(() -> new CliException(
                        ExitCode.NO_ANSWER,
                        "no bearer token: name a file with --token-file, or set PVN_TOKEN, to a token of your"
                                + " organisation's identity provider"));
    }
}
