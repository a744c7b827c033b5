package io.provenant.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import io.provenant.network.testing.Code;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;

/**
 * Every block of the ledger is judged once more by the embedded node's checks. On real Fabric these are a peer's codes
 * and commit hashes against ours, on the same bytes; on the embedded node the chain defines no chaincode, and only the
 * hashes are compared.
 */
@OnLedger(code = Code.PROBE)
class RejudgedChainTest {

    private static final long SEEDS = 40;

    @Test
    void codes_and_hashes_come_out_again(TestLedger ledger) throws Exception {
        Connections connections = new Connections(ledger);
        Stream.of(
                        NamedSchedules.all().stream(),
                        RangeSchedules.all().stream(),
                        PolicySchedules.all().stream(),
                        PrivateSchedules.all().stream(),
                        LongStream.rangeClosed(1, SEEDS).mapToObj(SeededSchedules::of))
                .flatMap(stream -> stream)
                .forEach(schedule -> ScheduleRun.run(connections, schedule));
        List<Block> blocks = connections.watch().blocks();
        RejudgedChain chain = new RejudgedChain(ledger.channel(), ledger.chaincode());
        for (Block block : blocks) {
            chain.add(block);
        }

        assertThat(chain.differences()).isEmpty();
        assertThat(blocks).hasSizeGreaterThan(100);
        if (chain.hasDefinition()) {
            assertThat(chain.agreed())
                    .containsKeys(
                            VALID,
                            ENDORSEMENT_POLICY_FAILURE,
                            MVCC_READ_CONFLICT,
                            PHANTOM_READ_CONFLICT,
                            DUPLICATE_TXID);
        }
    }
}
