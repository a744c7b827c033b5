package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.provenant.network.fabric.node.NetworkPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkMainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Run(int status, String output) {}

    @TempDir
    Path folder;

    @Test
    void a_folder_that_cannot_be_written_to_is_named_with_the_systems_reason() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Run up = run("up", "--folder", file.resolve("network").toString());

        assertThat(up.status()).isEqualTo(1);
        assertThat(up.output())
                .contains("cannot write to the folder " + file.resolve("network"))
                .contains("name another one with --folder")
                .contains("the system says: ");
    }

    @Test
    void what_is_no_network_is_not_deleted() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Run reset = run("reset", "--folder", folder.toString());

        assertThat(reset.status()).isEqualTo(1);
        assertThat(reset.output()).contains(folder + " holds no network, so nothing in it is deleted");
        assertThat(file).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "1.5", "99999999999999999999"})
    void a_sequence_that_is_no_number_is_refused(String sequence) {
        NetworkOptions options = NetworkOptions.parse(List.of("--sequence", sequence));

        assertThatThrownBy(options::sequence)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--sequence is a number, not \"" + sequence + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "reset", "logs", "add-member", "remove-member", "chaincode status"})
    void an_option_that_a_command_has_no_use_for_is_refused(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--folder", folder.toString(), "--orderers", "4"));

        Run run = run(words.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains(command + " takes no option --orderers; its options are --folder");
    }

    @Test
    void another_way_of_ordering_than_the_folders_is_refused_even_where_the_network_is_up() {
        FabricSettings settings = FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of());
        NetworkPlan.of(settings);
        NoteNetwork.assumePrograms();
        try (FolderLock held = FolderLock.take(folder)) {
            assertThat(held).isNotNull();

            Run up = run("up", "--folder", folder.toString(), "--consensus", "bft");

            assertThat(up.status()).isEqualTo(1);
            assertThat(up.output()).contains("holds another network").contains("consensus BFT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ports.properties", "network.txt", "organisations"})
    void a_name_that_a_network_also_uses_makes_no_network(String name) throws IOException {
        Files.createDirectories(folder.resolve("organisations"));
        if (!name.equals("organisations")) {
            Files.writeString(folder.resolve(name), "http.port=8080\n");
        }
        Path own = Files.createFile(folder.resolve("organisations/charities.csv"));

        Run reset = run("reset", "--folder", folder.toString());

        assertThat(reset.status()).isEqualTo(1);
        assertThat(reset.output()).contains("holds no network, so nothing in it is deleted");
        assertThat(own).exists();
    }

    @Test
    void a_reset_leaves_what_is_not_the_networks() throws IOException {
        FabricSettings settings = FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of());
        NetworkPlan.of(settings);
        Path thesis = Files.createFile(folder.resolve("thesis.txt"));

        Run reset = run("reset", "--folder", folder.toString());

        assertThat(reset.status()).as(reset.output()).isZero();
        assertThat(reset.output()).contains("what is not the network's stays: [" + thesis + "]");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt");
        assertThat(folder.resolve("network.txt")).doesNotExist();
        assertThat(folder.resolve("lock")).doesNotExist();
    }

    @Test
    void orderers_that_are_no_number_are_refused() {
        Run up = run("up", "--folder", folder.toString(), "--orderers", "many");

        assertThat(up.status()).isEqualTo(2);
        assertThat(up.output()).contains("--orderers is a number, not \"many\"");
    }

    @Test
    void status_names_each_process_that_does_not_serve_and_a_network_whose_holder_was_killed_starts_again()
            throws IOException {
        NoteNetwork.assumeFabric(NetworkMainTest.class);
        Run up = runInProcessOfItsOwn("up");
        assertThat(up.status()).as(up.output()).isZero();
        List<ProcessState> processes = up.output()
                .lines()
                .flatMap(line -> ProcessState.parse(line).stream())
                .toList();
        assertThat(processes).hasSize(4);
        assertThat(run("status").status()).isZero();

        kill(processes.get(1).pid());
        signal("STOP", processes.get(2).pid());
        Run status = run("status");
        assertThat(status.status()).isEqualTo(1);
        assertThat(status.output())
                .contains("peer0.exchange.example on")
                .containsPattern("peer0.exchange.example .*: has ended")
                .containsPattern("peer0.regulator.example .*: is stopped by a signal; kill -CONT ")
                .contains("2 of them do not serve");

        long holder = Long.parseLong(Files.readString(folder.resolve("lock")).strip());
        kill(holder);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processes)
                        .noneMatch(process -> ProcessHandle.of(process.pid()).isPresent()));
        assertThat(run("status").output()).contains("ended without a word");

        Run again = runInProcessOfItsOwn("up");
        assertThat(again.status()).as(again.output()).isZero();
        assertThat(run("status").status()).isZero();
        assertThat(run("down").output()).contains("the network is down; its data stays");
        assertThat(run("reset").output()).contains("are gone");
        assertThat(folder).doesNotExist();
    }

    private Run run(String command) {
        return run(command, "--folder", folder.toString());
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = NetworkMain.run(List.of(arguments), out, out);
        return new Run(status, said.toString(StandardCharsets.UTF_8));
    }

    // What holds a network up starts from the class path of whoever starts it, so that one is no test's.
    private Run runInProcessOfItsOwn(String command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.addAll(List.of(NetworkMain.class.getName(), command, "--folder", folder.toString()));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.onExit().join().exitValue(), output);
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static void signal(String name, long pid) throws IOException {
        Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }
}
