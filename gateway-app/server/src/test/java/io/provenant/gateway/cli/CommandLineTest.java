package io.provenant.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.gateway.cli.Runs.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line does without a gateway. */
class CommandLineTest {

    private static final String FOUNDED = "a".repeat(64);
    // RFC 8410 section 10.3: the example key
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    @TempDir
    Path folder;

    @Test
    void every_command_has_help() {
        for (List<String> path : paths(Main.line(), List.of())) {
            List<String> arguments = new ArrayList<>(path);
            arguments.add("--help");

            Ran help = Runs.run(arguments.toArray(String[]::new));

            assertThat(help.exit()).as(path.toString()).isZero();
            assertThat(help.out())
                    .as(path.toString())
                    .contains("Usage: provenant")
                    .contains("--help");
        }
    }

    @Test
    void every_command_of_the_table_is_a_sub_command_whose_help_comes_from_its_shape() {
        Ran help = Runs.run("command", "notice:publish", "--help");

        assertThat(help.out())
                .contains("Sent by: controller.dpo")
                .contains("retentionDays  0..3650")
                .contains("minorRulesHash?  64 lower-case hex digits")
                .contains("purposeCodes  up to 32 of: code of the rule set's list purposes");
        assertThat(CommandCommand.of(Commands.all()).getSubcommands().keySet())
                .containsAll(
                        Commands.all().specs().stream().map(spec -> spec.name()).toList());
    }

    @Test
    void every_command_says_the_version_that_stands_in_the_pom() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("project.root", "../.."), "pom.xml"));
        String version = pom.replaceFirst("(?s).*?\\n  <version>", "").replaceFirst("(?s)</version>.*", "");

        assertThat(version).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(Runs.run("--version").out()).isEqualToIgnoringNewLines("provenant " + version);
        assertThat(Runs.run("verify", "--version").out()).isEqualToIgnoringNewLines("provenant " + version);
    }

    @Test
    void a_wrong_command_line_is_told_so_and_exits_with_2() {
        assertThat(Runs.run("verify").exit()).isEqualTo(2);
        assertThat(Runs.run("verify").err()).contains("--trust");
        assertThat(Runs.run("frobnicate").exit()).isEqualTo(2);
        assertThat(Runs.run("audit").exit()).isEqualTo(2);
        assertThat(Runs.run("audit", "--party", "a", "--origin", "b").exit()).isEqualTo(2);
    }

    @Test
    void verifying_offline_loads_no_server_and_no_network() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "nothing",
                        "--trust",
                        "nothing")
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said)
                .contains("COULD NOT CHECK")
                .contains("io.provenant.proof.Verification ")
                .doesNotContain("org.springframework.")
                .doesNotContain("org.apache.catalina.")
                .doesNotContain("java.net.http.HttpClient ")
                .doesNotContain("io.grpc.")
                .doesNotContain("org.postgresql.");
    }

    @Test
    void a_hosted_party_signs_offline_and_a_body_of_another_shape_is_not_signed() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), KEY);
        Path good = Files.writeString(
                folder.resolve("good.json"), "{\"requestId\":\"7d2e4a10-5b3c-4f6e-8a91-c0d2e3f4a5b6\"}");
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"request\":1}");
        String[] options = {
            "--key",
            key.toString(),
            "--party",
            "pty-lumen",
            "--key-id",
            "k1",
            "--channel",
            "market-1",
            "--founded-tx",
            FOUNDED
        };

        Ran signed = Runs.run(arguments("sign", "usage:decide", good.toString(), options));
        Ran refused = Runs.run(arguments("sign", "usage:decide", bad.toString(), options));
        Ran unknown = Runs.run(arguments("sign", "usage:undo", good.toString(), options));

        assertThat(signed.exit()).as(signed.err()).isZero();
        JsonObject actor = StrictJsonReader.parseObject(signed.out().strip()).object("actor");
        assertThat(actor.text("partyId")).isEqualTo("pty-lumen");
        assertThat(actor.text("signature")).hasSize(86);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("INPUT_MALFORMED").contains("/body/request");
        assertThat(unknown.exit()).isEqualTo(2);
    }

    @Test
    void without_a_token_or_a_gateway_it_says_what_to_do() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "abc");
        Path body = Files.writeString(folder.resolve("body.json"), "{}");

        Ran noToken = Runs.run("command", "market:tick", body.toString());
        Ran nobody = Runs.run(
                "command",
                "market:tick",
                body.toString(),
                "--token-file",
                token.toString(),
                "--gateway",
                "http://127.0.0.1:1");

        assertThat(noToken.exit()).isEqualTo(2);
        assertThat(noToken.err()).contains("--token-file").contains("PVN_TOKEN");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err())
                .contains("no gateway answers at http://127.0.0.1:1")
                .contains("provenant serve");
    }

    @Test
    void a_value_of_another_form_is_said_in_words() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "abc");
        String[] as = {"--token-file", token.toString()};

        Ran url = Runs.run(arguments("audit", "--party", "pty-cac", "--gateway", "notaurl"));
        Ran key = Runs.run(arguments("command", "market:tick", "-", "--key", "x"));
        Ran none = Runs.run(arguments("audit", "--party", "pty-cac", "--limit", "0", as[0], as[1]));
        Ran fewer = Runs.run(arguments("audit", "--party", "pty-cac", "--limit", "-3", as[0], as[1]));

        assertThat(List.of(url, key, none, fewer)).allSatisfy(ran -> {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).doesNotContain("java.", "Exception");
        });
        assertThat(url.err()).contains("'--gateway': 'notaurl' is no URL such as http://127.0.0.1:8080");
        assertThat(key.err()).contains("'--key': 'x' is no UUID such as ");
        assertThat(none.err()).contains("--limit is from 1 up, not 0");
        assertThat(fewer.err()).contains("--limit is from 1 up, not -3");
    }

    @Test
    void a_file_that_is_not_there_is_named_once() {
        assertThat(Runs.run("withdrawal", "/nonexist").err().strip())
                .isEqualTo("/nonexist cannot be read: there is no such file");
    }

    @Test
    void doctor_names_each_setting_that_is_missing() throws IOException {
        Path config = Files.writeString(folder.resolve("settings.yaml"), "provenant:\n  data-dir: x\n  colour: red\n");

        Ran found = Runs.run("doctor", "--config", config.toString());

        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out())
                .contains("PROBLEM")
                .contains("provenant.colour is no setting")
                .contains("provenant.tokens.issuer is missing");
        assertThat(Runs.run("doctor", "--config", "nowhere.yaml").out()).contains("nowhere.yaml cannot be read");
    }

    @Test
    void doctor_examines_files_certificates_and_what_should_answer() throws IOException {
        Path people = Files.writeString(
                folder.resolve("people.json"),
                "{\"v\":1,\"people\":[{\"subject\":\"gw\",\"alias\":\"gateway00000\",\"roles\":[\"log.operator\"]}]}");
        Path config = Files.writeString(folder.resolve("settings.yaml"), """
                provenant:
                  organisation: {party-id: pty-exchange, msp-id: ExchangeMSP}
                  market: {channel: market-1}
                  peer: {endpoint: "127.0.0.1:1", tls-roots: FOLDER/none.pem}
                  people: {file: PEOPLE, folder: FOLDER/people, gateway-subject: gw}
                  tokens: {issuer: "http://127.0.0.1:1"}
                  data-dir: FOLDER/data
                  master-key-file: FOLDER/data/master.key
                """.replace("FOLDER", folder.toString())
                .replace("PEOPLE", people.toString()));

        Ran found = Runs.run("doctor", "--config", config.toString());

        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out().lines())
                .anyMatch(line -> line.startsWith("ok       settings"))
                .anyMatch(line -> line.startsWith("PROBLEM  data folder: the master key lies in it"))
                .anyMatch(line -> line.startsWith("ok       people: 1 in"))
                .anyMatch(line -> line.startsWith("PROBLEM  certificate of gw as log.operator: the certificate of"))
                .anyMatch(line -> line.startsWith("PROBLEM  identity provider: ") && line.contains("does not answer"))
                .anyMatch(line -> line.startsWith("PROBLEM  peer: nothing listens at 127.0.0.1:1"));
    }

    private static String[] arguments(String first, String second, String third, String... options) {
        List<String> all = new ArrayList<>(List.of(first, second, third));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static List<List<String>> paths(CommandLine line, List<String> path) {
        List<List<String>> all = new ArrayList<>(List.of(path));
        line.getSubcommands().forEach((name, sub) -> {
            if (!name.equals("help")) {
                List<String> deeper = new ArrayList<>(path);
                deeper.add(name);
                all.addAll(paths(sub, deeper));
            }
        });
        return all;
    }
}
