package io.provenant.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.cli.Runs.Ran;
import io.provenant.gateway.vault.FolderLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a gateway from starting: said in a line, with what to do, and nothing is begun. */
class ServeCommandTest {

    @TempDir
    Path folder;

    @Test
    void without_settings_it_says_what_is_missing_and_nothing_else() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
                .as(said)
                .contains("the gateway does not start with these settings:", "provenant doctor checks them all")
                .allMatch(line ->
                        line.matches("the gateway .*|provenant doctor .*|  provenant\\.[a-z.-]+ is missing; .*"));
    }

    @Test
    void a_port_that_is_taken_is_named_before_anything_is_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = serve(Integer.toString(taken.getLocalPort()));

            assertRefused(ran, "server.port " + taken.getLocalPort() + " on 127.0.0.1 cannot be listened on: ");
            assertThat(ran.err()).contains("stop what listens there, or set another");
        }
    }

    @Test
    void a_port_that_is_none_is_refused_with_the_range() throws IOException {
        assertRefused(serve("99999"), "server.port is from 0 to 65535, not 99999");
    }

    @Test
    void a_data_folder_that_another_gateway_has_open_is_refused_with_its_process() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        FolderLock other = FolderLock.take(folder.resolve("data"));
        try (other) {
            assertRefused(
                    serve("0"),
                    "provenant.data-dir: process " + ProcessHandle.current().pid() + " has ");
        }
    }

    @Test
    void a_file_that_is_missing_is_named_and_the_folder_is_free_again() throws IOException {
        Ran ran = serve("0");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("none.pem", "provenant doctor checks them all")
                .doesNotContain("Exception", "bean");
        assertThat(ran.err().lines()).hasSize(3);
        FolderLock.take(folder.resolve("data")).close();
    }

    private void assertRefused(Ran ran, String problem) {
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(3).element(1).asString().startsWith("  " + problem);
        assertThat(folder.resolve("data/postgresql")).doesNotExist();
    }

    private Ran serve(String port) throws IOException {
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
                  master-key-file: FOLDER/master.key
                server: {port: PORT}
                """.replace("FOLDER", folder.toString())
                .replace("PEOPLE", people.toString())
                .replace("PORT", port));
        return Runs.run("serve", "--config", config.toString());
    }
}
