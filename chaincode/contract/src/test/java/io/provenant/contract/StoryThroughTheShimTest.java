package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.testing.story.Teller;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every transaction of the whole market through the real shim: answer, event and writes are what the model returned. */
class StoryThroughTheShimTest {

    @Test
    void the_write_set_and_the_answer_are_what_the_model_returned() {
        try (ChaincodeInProcess chaincode = ChaincodeInProcess.start("provenant_test", CodeDigest.NOT_PACKAGED)) {
            for (Teller.Step step : StoryProposals.steps()) {
                MemoryPeer.Answer answer = chaincode.peer().run(StoryProposals.of(step.call()));
                if (step.result() instanceof Result.Success success) {
                    assertAccepted(answer, success, step.call().command());
                } else {
                    assertThat(answer.status()).isEqualTo(500);
                    assertThat(answer.message()).isEqualTo(((Result.Refusal) step.result()).message());
                }
            }
        }
    }

    private static void assertAccepted(MemoryPeer.Answer answer, Result.Success success, String command) {
        assertThat(answer.message()).as(command).isEmpty();
        assertThat(answer.payload()).isEqualTo(success.payload());
        assertThat(answer.event())
                .isEqualTo(success.event().map(payload -> "pvn " + payload).orElse(" "));
        List<String> writes =
                success.writes().stream().map(StoryThroughTheShimTest::line).toList();
        assertThat(answer.traffic())
                .as("reads come first, then writes in the order of their keys")
                .endsWith(writes.toArray(String[]::new))
                .filteredOn(line -> line.startsWith("put ") || line.startsWith("delete "))
                .containsExactlyElementsOf(writes);
    }

    private static String line(Write write) {
        if (write instanceof Write.Put put) {
            return "put " + put.key() + " " + put.value();
        }
        if (write instanceof Write.Delete delete) {
            return "delete " + delete.key();
        }
        Write.PutPrivate put = (Write.PutPrivate) write;
        return "put " + put.collection() + " " + put.key() + " " + put.value();
    }
}
