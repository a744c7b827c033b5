package io.provenant.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.testing.Code;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Prepared;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Blocks as peers deliver them: every byte that another byte depends on, recomputed. */
@OnLedger(code = Code.PROBE, isShared = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockFactsTest {

    private static final int PARTS_OF_METADATA = 5;
    private static final int LAST_CONFIG = 1; // its place, as that of the next, has lost its name in the protocol
    private static final int ORDERER = 3;
    private static final int QUORUM_OF_FOUR = 3;

    private final Connections connections;
    private final LedgerKind kind;
    private List<Block> blocks = List.of();

    BlockFactsTest(TestLedger ledger) {
        this.connections = new Connections(ledger);
        this.kind = ledger.kind();
    }

    @BeforeAll
    void blocks_of_every_kind_are_there() {
        Stream.of(NamedSchedules.all(), PolicySchedules.all(), PrivateSchedules.all())
                .flatMap(List::stream)
                .map(schedule -> new Schedule("blocks with " + schedule.name(), schedule.rounds()))
                .forEach(schedule -> ScheduleRun.run(connections, schedule));
        blocks = connections.watch().blocks();
    }

    @Test
    void every_header_names_the_one_before_and_the_data() throws IOException {
        ByteString previous = ByteString.EMPTY;
        for (Block block : blocks) {
            ByteString data = ByteString.copyFrom(block.getData().getDataList());
            assertThat(block.getHeader().getPreviousHash()).isEqualTo(previous);
            assertThat(block.getHeader().getDataHash()).isEqualTo(Draft.sha256(data));
            previous = Draft.sha256(BlockSignatures.der(block.getHeader()));
        }
    }

    @Test
    void metadata_has_five_parts_and_a_code_for_each_transaction() {
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.getMetadata().getMetadataCount()).isEqualTo(PARTS_OF_METADATA);
            assertThat(block.getMetadata()
                            .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)
                            .size())
                    .isEqualTo(block.getData().getDataCount());
        });
    }

    @Test
    void the_last_configuration_is_the_first_block_and_nobody_writes_the_orderers_part() {
        assertThat(blocks).allSatisfy(block -> {
            OrdererBlockMetadata signed = Prepared.parse(
                    OrdererBlockMetadata.parser(),
                    metadata(block, BlockMetadataIndex.SIGNATURES).getValue());
            assertThat(signed.getLastConfig().getIndex()).isZero();
            assertThat(metadata(block, LAST_CONFIG).getValue().size()).isZero();
            assertThat(block.getMetadata().getMetadata(ORDERER).size()).isZero();
        });
    }

    @Test
    void commit_hashes_are_those_of_codes_and_final_writes() {
        CommitHashes hashes = new CommitHashes();
        for (Block block : blocks) {
            ByteString expected = hashes.next(block);
            ByteString found = metadata(block, BlockMetadataIndex.COMMIT_HASH).getValue();
            assertThat(found).as("block " + block.getHeader().getNumber()).isEqualTo(expected);
        }
    }

    @Test
    void orderers_sign_every_block_but_the_first() throws GeneralSecurityException, IOException {
        BlockSignatures signatures = new BlockSignatures(blocks.get(0));

        assertThat(signatures.signersOf(blocks.get(0))).isEmpty();
        for (Block block : blocks.subList(1, blocks.size())) {
            assertThat(signatures.signersOf(block)).doesNotHaveDuplicates().hasSizeBetween(fewest(), most());
        }
    }

    /** One orderer, or as many of four as are right although one of them may lie. */
    private int fewest() {
        return kind == LedgerKind.BFT ? QUORUM_OF_FOUR : 1;
    }

    private int most() {
        return kind == LedgerKind.BFT ? QUORUM_OF_FOUR + 1 : 1;
    }

    private static Metadata metadata(Block block, BlockMetadataIndex index) {
        return metadata(block, index.getNumber());
    }

    private static Metadata metadata(Block block, int place) {
        return Prepared.parse(Metadata.parser(), block.getMetadata().getMetadata(place));
    }
}
