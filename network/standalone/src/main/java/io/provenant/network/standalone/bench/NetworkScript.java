package io.provenant.network.standalone.bench;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code scripts/network} as its user runs it, on a folder of its own. */
record NetworkScript(Path script, Path folder) {

    private static final Pattern GATEWAY = Pattern.compile("gateway of ExchangeMSP: ([^:]+):(\\d+), TLS root (\\S+)");

    /** Runs a command; gives what it printed. */
    String run(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of(script.toString(), command, "--folder", folder.toString()));
        line.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", line) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + script, e);
        }
    }

    /** The process that holds the network up. */
    String holder() {
        try {
            return Files.readString(folder.resolve("lock")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("nobody holds a network in " + folder, e);
        }
    }

    /** The exchange, whose keys are in the folder. */
    Organisation exchange() {
        Path authority = folder.resolve("organisations/ExchangeMSP/ca");
        return CredentialFolder.readOrganisation(authority, "ExchangeMSP", "exchange.example", Clock.systemUTC());
    }

    /** A connection to the exchange's gateway, as {@code up} says where it is. */
    static ManagedChannel connect(String up) {
        Matcher gateway = GATEWAY.matcher(up);
        if (!gateway.find()) {
            throw new IllegalStateException("no gateway of ExchangeMSP in: " + up);
        }
        int port = Integer.parseInt(gateway.group(2));
        Path root = Path.of(gateway.group(3));
        return new PeerChannel(gateway.group(1), port, root, Optional.empty(), Optional.empty()).open();
    }
}
