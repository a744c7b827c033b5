package io.provenant.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed. */
class KillTest {

    @TempDir
    Path folder;

    @Test
    void no_promise_that_a_killed_process_gave_is_lost_or_doubled() throws IOException, InterruptedException {
        List<JsonObject> promises = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            promises.addAll(killedAfter(150 * round, round));
        }

        try (Log log = TestLog.open(folder)) {
            log.integrate();
            assertThat(log.size()).isGreaterThanOrEqualTo(promises.size());
            for (JsonObject promise : promises) {
                assertThat(log.receipt(promise.object("promise").integer("index"))
                                .object("promise"))
                        .isEqualTo(promise);
            }
            Set<String> numbers = new HashSet<>();
            for (long index = 0; index < log.size(); index++) {
                assertThat(numbers.add(log.receipt(index).object("document").text("recordNo")))
                        .isTrue();
            }
        }
    }

    private List<JsonObject> killedAfter(int lines, int round) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledIntake.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<JsonObject> promises = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                promises.add(StrictJsonReader.parseObject(line));
                if (promises.size() == lines) {
                    break;
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(promises).hasSize(lines);
        return promises;
    }
}
