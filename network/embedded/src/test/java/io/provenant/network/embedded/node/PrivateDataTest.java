package io.provenant.network.embedded.node;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.ProbeChaincode;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestProposal;
import java.io.IOException;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDataTest {

    private static final String SHA256_OF_SECRET = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls alpha;
    static GatewayCalls beta;
    static GatewayCalls gamma;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder);
        alpha = running.calls(ALPHA);
        beta = running.calls(BETA);
        gamma = running.calls(GAMMA);
    }

    private static TestProposal deposit(GatewayCalls calls, String collection, String key) {
        return calls.proposal("deposit", collection, key).transientValue("secret");
    }

    private static String evaluated(GatewayCalls calls, String... arguments) {
        return calls.gateway()
                .evaluate(calls.proposal(arguments).toEvaluate())
                .getResult()
                .getPayload()
                .toStringUtf8();
    }

    @Test
    void a_deposit_in_ones_own_collection_is_endorsed_by_its_owner_alone_and_cited_by_all() {
        int before = ProbeChaincode.runs();
        String own = "_implicit_org_" + ALPHA;
        Envelope deposit = alpha.endorsed(deposit(alpha, own, "paper"));
        assertThat(ProbeChaincode.runs() - before).isEqualTo(1);
        assertThat(deposit.getPayload().toStringUtf8()).doesNotContain("secret");

        assertThat(alpha.commit(deposit).getResult()).isEqualTo(TxValidationCode.VALID);

        assertThat(evaluated(alpha, "read", own, "paper")).isEqualTo("secret");
        assertThat(gamma.commit(gamma.endorsed(gamma.proposal("cite", own, "paper")))
                        .getResult())
                .isEqualTo(TxValidationCode.VALID);
        assertThat(evaluated(beta, "get", "cited")).isEqualTo(SHA256_OF_SECRET);
    }

    @Test
    void transient_data_is_kept_from_those_who_are_not_in_the_collection() {
        int before = ProbeChaincode.runs();

        Refusal refusal =
                Refusal.of(() -> alpha.endorsed(alpha.proposal("depositAndPut", "_implicit_org_" + ALPHA, "guarded")
                        .transientValue("secret")));

        assertThat(refusal.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refusal.text())
                .isEqualTo("requires endorsement from organisation(s) that are not in the distribution policy of the"
                        + " private data collection(s): [_implicit_org_AlphaMSP]; retry specifying trusted endorsing"
                        + " organizations to protect transient data");
        assertThat(refusal.details()).isEmpty();
        assertThat(ProbeChaincode.runs() - before).isEqualTo(1);

        Envelope named = alpha.endorsed(
                alpha.proposal("depositAndPut", "_implicit_org_" + ALPHA, "guarded")
                        .transientValue("secret"),
                ALPHA,
                BETA);
        assertThat(alpha.commit(named).getResult()).isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void members_of_a_shared_collection_are_asked_and_read_it() {
        Envelope deposit = alpha.endorsed(deposit(alpha, "open", "shared"));
        assertThat(alpha.commit(deposit).getResult()).isEqualTo(TxValidationCode.VALID);

        assertThat(evaluated(beta, "read", "open", "shared")).isEqualTo("secret");
        Refusal refusal = Refusal.of(() -> evaluated(gamma, "read", "open", "shared"));
        assertThat(refusal.text()).contains("Unsuccessful response received");
    }

    @Test
    void a_closed_collection_takes_and_gives_to_members_only() {
        assertThat(Refusal.of(() -> alpha.endorsed(deposit(alpha, "closed", "k")))
                        .messages())
                .singleElement()
                .asString()
                .contains("Unsuccessful response received");
    }

    @Test
    void a_private_value_is_deleted_and_purged() {
        String own = "_implicit_org_" + BETA;
        for (String removal : new String[] {"withdraw", "purge"}) {
            beta.commit(beta.endorsed(deposit(beta, own, removal)));
            assertThat(evaluated(beta, "read", own, removal)).isEqualTo("secret");

            Envelope removed = beta.endorsed(beta.proposal(removal, own, removal));
            assertThat(beta.commit(removed).getResult()).isEqualTo(TxValidationCode.VALID);

            assertThat(evaluated(beta, "read", own, removal)).isEmpty();
        }
    }

    @Test
    void a_private_range_is_read_but_nothing_is_written_after_it() {
        String own = "_implicit_org_" + BETA;
        beta.commit(beta.endorsed(deposit(beta, own, "range-1")));

        assertThat(evaluated(beta, "privateRange", own, "range-0", "range-9")).isEqualTo("range-1");
        assertThat(Refusal.of(() -> beta.endorsed(beta.proposal("privateRangeAndPut", own, "a", "z")))
                        .messages())
                .singleElement()
                .asString()
                .contains("Unsuccessful response received");
    }
}
