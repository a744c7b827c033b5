package io.provenant.network.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.vault.FolderLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a demonstration from starting: a line that says what to do, and the market in the folder is left alone. */
class StandaloneTest {

    @TempDir
    Path folder;

    private Path kept;
    private String said = "";

    @BeforeEach
    void keep_a_market_in_the_folder() throws IOException {
        Files.createDirectories(folder.resolve("market"));
        kept = Files.writeString(folder.resolve("market/ledger.txt"), "embedded\n");
    }

    @Test
    void a_folder_in_which_a_market_runs_is_refused_with_its_process() throws IOException {
        FolderLock running = FolderLock.take(folder);
        try (running) {
            assertRefused("process " + ProcessHandle.current().pid() + " has " + folder + " open: stop it", "--exit");
        }
        assertThat(said).contains("--data");
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertRefused("Port " + port + " is taken: ", "--port", Integer.toString(port - 2));
        }
    }

    @Test
    void a_port_that_is_none_is_refused_with_the_range() {
        assertRefused("--port is from 1 to 65532", "--port", "99999");
        assertRefused("--port is from 1 to 65532", "--port", "0");
    }

    @Test
    void a_folder_of_events_that_is_none_is_refused() {
        assertRefused("--lineage /nonexist is no folder", "--lineage", "/nonexist");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() {
        assertRefused("something that is no folder is in the way", "--data", kept.toString());
    }

    private void assertRefused(String start, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--data", folder.toString()));
        arguments.addAll(List.of(options));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        int status =
                Standalone.run(new PrintStream(bytes, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));

        said = bytes.toString(StandardCharsets.UTF_8);
        assertThat(status).as(said).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains(start);
        assertThat(kept).hasContent("embedded");
    }
}
