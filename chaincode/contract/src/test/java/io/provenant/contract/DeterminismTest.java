package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.protobuf.ByteString;
import io.provenant.testing.story.Teller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Endorsers agree byte by byte (domain 7): the same proposals in processes with another locale, zone, charset, salt of
 * collections and heap, in a warm and a cold one, give equal reads, writes, events and answers, refusals included.
 */
class DeterminismTest {

    private static final String[][] OTHER_PROCESSES = {
        {"-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"},
        {
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=America/St_Johns",
            "-Dfile.encoding=ISO-8859-9",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=1",
            "-XX:+UseSerialGC"
        },
        {
            "-Duser.language=ar",
            "-Duser.country=SA",
            "-Duser.extensions=u-nu-arab",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=US-ASCII",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m"
        },
    };

    private static final Path OWN_JDK = Path.of(System.getProperty("java.home"));

    private static List<TestProposal> proposals = List.of();
    private static String expected = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void the_story_is_told_in_this_process() {
        proposals = StoryProposals.all(StoryProposals.steps());
        try (ChaincodeInProcess chaincode = ChaincodeInProcess.start("provenant_test", CodeDigest.NOT_PACKAGED)) {
            expected = transcript(chaincode.peer(), proposals);
        }
    }

    @Test
    void the_story_has_refusals_and_answers_of_many_kinds() {
        assertThat(expected.lines().filter(line -> line.startsWith("500 ")).distinct())
                .hasSizeGreaterThan(20);
        assertThat(expected)
                .contains("put DEC!", "put PTL!", "put LHD!", "put EQV!", "hash _implicit_org_", "range APR!");
    }

    @Test
    void processes_with_another_locale_zone_charset_and_salt_agree() throws Exception {
        List<String> processes = new ArrayList<>();
        for (String[] options : OTHER_PROCESSES) {
            Path child = Files.createDirectory(folder.resolve("child" + processes.size()));
            run(OWN_JDK, child, proposals, new TreeMap<>(), "cold", options);
            assertThat(child.resolve("transcript")).hasContent(expected);
            processes.add(Files.readString(child.resolve("process")));
        }

        for (String what : new String[] {"locale ", "zone ", "charset ", "salt "}) {
            assertThat(processes.stream()
                            .map(process -> process.lines()
                                    .filter(line -> line.startsWith(what))
                                    .toList())
                            .distinct())
                    .as("the processes differ in their %s", what)
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_warm_process_agrees_with_a_cold_one() throws Exception {
        run(OWN_JDK, folder, proposals, new TreeMap<>(), "warm");

        assertThat(folder.resolve("transcript")).hasContent(expected);
    }

    @Test
    void every_other_jdk_on_this_machine_agrees() throws Exception {
        List<Path> others = otherJdks();
        assumeFalse(others.isEmpty(), "no other JDK beside " + OWN_JDK + ": not checked in this run");
        for (Path jdk : others) {
            Path child = Files.createDirectory(folder.resolve(jdk.getFileName()));
            run(jdk, child, proposals, new TreeMap<>(), "cold");
            assertThat(child.resolve("transcript")).hasContent(expected);
        }
    }

    private static List<Path> otherJdks() throws IOException {
        try (Stream<Path> siblings = Files.list(OWN_JDK.toRealPath().getParent())) {
            return siblings.filter(jdk -> !Files.isSymbolicLink(jdk))
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin").resolve("java")))
                    .filter(jdk -> !jdk.getFileName().equals(OWN_JDK.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_process_that_has_just_started_reads_and_writes_like_one_that_saw_it_all() throws Exception {
        for (String command : new String[] {"usage:decide", "list:publish", "log:reportEquivocation"}) {
            int at = lastAccepted(command);
            SortedMap<String, ByteString> before = new TreeMap<>();
            String warm;
            try (ChaincodeInProcess chaincode = ChaincodeInProcess.start("provenant_test", CodeDigest.NOT_PACKAGED)) {
                transcript(chaincode.peer(), proposals.subList(0, at));
                before.putAll(chaincode.peer().values());
                warm = transcript(chaincode.peer(), proposals.subList(at, at + 1));
            }
            Path child = Files.createDirectory(folder.resolve(command.replace(':', '-')));
            run(OWN_JDK, child, proposals.subList(at, at + 1), before, "cold");
            assertThat(child.resolve("transcript")).hasContent(warm);
            assertThat(warm).as(command).startsWith("200 ").contains("\nput ");
        }
    }

    private static int lastAccepted(String command) {
        List<Teller.Step> steps = StoryProposals.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).call().command().equals(command)) {
                return i;
            }
        }
        throw new AssertionError("the story has no " + command);
    }

    private static String transcript(MemoryPeer peer, List<TestProposal> proposals) {
        StringBuilder transcript = new StringBuilder();
        proposals.forEach(proposal -> transcript.append(peer.run(proposal).transcript()));
        return transcript.toString();
    }

    private static void run(
            Path jdk,
            Path folder,
            List<TestProposal> proposals,
            SortedMap<String, ByteString> state,
            String mode,
            String... options)
            throws IOException, InterruptedException {
        Files.write(
                folder.resolve("proposals"),
                proposals.stream().map(proposal -> proposal.json().canonical()).toList());
        DeterminismChild.write(folder.resolve("state"), state);
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(DeterminismChild.class.getName(), folder.toString(), mode));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(log, StandardCharsets.ISO_8859_1))
                .isZero();
    }
}
