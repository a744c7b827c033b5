package io.provenant.network.embedded.node;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import java.io.IOException;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is endorsed first and ordered later, after something else has committed. */
class ConflictsTest {

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder);
        calls = running.calls(ALPHA);
    }

    private static TxValidationCode commit(Envelope transaction) {
        return calls.commit(transaction).getResult();
    }

    private static Envelope endorsed(String... arguments) {
        return calls.endorsed(calls.proposal(arguments));
    }

    @Test
    void the_second_of_two_that_read_and_write_a_key_loses() {
        Envelope first = endorsed("add", "mvcc", "a");
        Envelope second = endorsed("add", "mvcc", "b");

        assertThat(commit(first)).isEqualTo(TxValidationCode.VALID);
        assertThat(commit(second)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void blind_writes_do_not_conflict() {
        Envelope first = endorsed("put", "blind", "a");
        Envelope second = endorsed("put", "blind", "b");

        assertThat(commit(second)).isEqualTo(TxValidationCode.VALID);
        assertThat(commit(first)).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void a_key_that_appears_in_a_range_that_was_read_is_a_phantom() {
        commit(endorsed("put", "phantom-1", "x"));
        Envelope counted = endorsed("count", "phantom-0", "phantom-9", "count");
        commit(endorsed("put", "phantom-2", "x"));

        assertThat(commit(counted)).isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void a_key_with_a_policy_of_its_own_needs_its_owner_and_nobody_else() {
        commit(endorsed("put", "owned", "1"));
        commit(endorsed("own", "owned", BETA));

        Envelope byOthers = calls.endorsed(calls.proposal("put", "owned", "2"), ALPHA, GAMMA);
        assertThat(commit(byOthers)).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        GatewayCalls beta = running.calls(BETA);
        Envelope byOwner = beta.endorsed(beta.proposal("put", "owned", "3"), BETA);
        assertThat(commit(byOwner)).isEqualTo(TxValidationCode.VALID);

        Envelope planned = calls.endorsed(calls.proposal("put", "owned", "4"));
        assertThat(commit(planned)).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void too_few_endorsers_are_found_out_at_commit() {
        Envelope alone = calls.endorsed(calls.proposal("put", "alone", "1"), ALPHA);

        assertThat(commit(alone)).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_stopped_peer_is_neither_asked_nor_missed_while_others_suffice() throws IOException {
        running.node().stopPeer(BETA);
        assertThat(commit(endorsed("put", "stopped", "1"))).isEqualTo(TxValidationCode.VALID);

        running.node().stopPeer(GAMMA);
        Refusal refusal = Refusal.of(() -> endorsed("put", "stopped", "2"));
        assertThat(refusal.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refusal.text())
                .isEqualTo("no combination of peers can be derived which satisfy the endorsement policy: no peer"
                        + " combination can satisfy the endorsement policy");

        running.node().startPeer(BETA);
        running.node().startPeer(GAMMA);
        assertThat(commit(endorsed("put", "stopped", "3"))).isEqualTo(TxValidationCode.VALID);
    }
}
