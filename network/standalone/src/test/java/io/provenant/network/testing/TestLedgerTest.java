package io.provenant.network.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

@OnLedger(code = Code.PROBE, isShared = true)
class TestLedgerTest {

    private final TestLedger ledger;

    TestLedgerTest(TestLedger ledger) {
        this.ledger = ledger;
    }

    @Test
    void every_organisation_commits_through_its_own_gateway() throws Exception {
        for (String mspId : ledger.mspIds()) {
            Actor actor = new Actor(mspId, "officer", "pty-" + mspId, "person");
            ledger.contract(actor).submitTransaction(ProbeChaincode.FUNCTION, "put " + mspId + " here");

            byte[] answer =
                    ledger.contract(actor).evaluateTransaction(ProbeChaincode.FUNCTION, "get " + mspId, "creator");
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("here\n" + mspId);
        }
    }

    @Test
    void a_held_transaction_loses_to_what_was_ordered_before_it() throws Exception {
        Actor actor = new Actor(ledger.mspIds().get(0), "officer", "pty", "person");
        HeldTransaction held = ledger.endorseAndHold(actor, ProbeChaincode.FUNCTION, "get held", "put held late");
        HeldTransaction other = ledger.endorseAndHold(actor, ProbeChaincode.FUNCTION, "put held early");

        Status first = other.order();
        Status second = held.order();

        assertThat(first.getCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(second.getCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void two_organisations_go_on_while_the_third_ones_peer_is_down() throws Exception {
        Actor actor = new Actor(ledger.mspIds().get(0), "officer", "pty", "person");

        ledger.stopPeer(ledger.mspIds().get(2));
        ledger.contract(actor).submitTransaction(ProbeChaincode.FUNCTION, "put meanwhile value");
        ledger.startPeer(ledger.mspIds().get(2));

        Actor back = new Actor(ledger.mspIds().get(2), "officer", "pty", "person");
        assertThat(ledger.contract(back).submitTransaction(ProbeChaincode.FUNCTION, "get meanwhile"))
                .asString()
                .isEqualTo("value");
    }
}
