package io.provenant.gateway.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class BlockReaderTest {

    private static final JsonObject VALUE =
            JsonObject.empty().with("docType", "Party").with("rev", 1);

    private final TestChain chain = new TestChain();
    private final BlockReader reader = new BlockReader(TestChain.CHAINCODE);

    @Test
    void reads_what_a_valid_transaction_wrote_and_who_sent_it() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.party", "pty-exchange");
        attributes.put("pvn.role", "exchange.officer");
        Credential credential = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC())
                .client("exchange.officer", attributes);
        Block block = chain.block(TestTransaction.of("party:verify", "a")
                .by("ExchangeMSP", credential.certificatePem().getBytes(StandardCharsets.US_ASCII))
                .at(1_767_225_600_123L)
                .read("TIK!market", 1, 0)
                .readAbsent("PTY!pty-new")
                .write("PTY!pty-new", VALUE)
                .delete("UID!uscc!x", "UniqueIdentifier")
                .deposit("_implicit_org_ExchangeMSP", "PVD!pty-exchange!00", "secret"));

        LedgerTransaction read = reader.read(block).transactions().get(0);

        assertThat(read.creator())
                .isEqualTo(new Creator("ExchangeMSP", Optional.of("pty-exchange"), Optional.of("exchange.officer")));
        assertThat(read.command()).isEqualTo("party:verify");
        assertThat(read.ms()).isEqualTo(1_767_225_600_123L);
        assertThat(read.writeSet().versionRead("TIK!market")).contains(new KeyVersion(1, 0));
        assertThat(read.writeSet().versionRead("PTY!pty-new")).contains(KeyVersion.ABSENT);
        assertThat(read.writeSet().writes())
                .containsExactly(
                        new WriteSet.Write("PTY!pty-new", Optional.of(VALUE.canonical())),
                        new WriteSet.Write("UID!uscc!x", Optional.empty()));
        assertThat(read.writeSet().hashedWrites()).hasSize(1);
        assertThat(read.facts())
                .extracting(fact -> fact.text("fact"))
                .containsExactly("Party.written", "UniqueIdentifier.deleted");
    }

    @Test
    void leaves_configuration_and_other_chaincodes_out() {
        Block block = chain.block(TestTransaction.of("transfer", "other").calling("coins"));

        assertThat(reader.read(chain.from(0).get(0)).transactions()).isEmpty();
        assertThat(reader.read(block).transactions()).isEmpty();
    }

    @Test
    void keeps_what_another_chaincode_wrote_into_this_one() {
        Block block = chain.block(
                TestTransaction.of("transfer", "through").calling("coins").write("PTY!pty-new", VALUE));

        LedgerTransaction read = reader.read(block).transactions().get(0);

        assertThat(read.command()).isEmpty();
        assertThat(read.writeSet().writes()).hasSize(1);
    }

    @Test
    void believes_an_invalid_transaction_neither_writes_nor_facts() {
        Block block = chain.block(TestTransaction.of("party:verify", "bad")
                .code(TxValidationCode.ENDORSEMENT_POLICY_FAILURE)
                .read("PTY!pty-new", 1, 0)
                .write("PTY!pty-new", VALUE));

        LedgerTransaction read = reader.read(block).transactions().get(0);

        assertThat(read.writeSet().writes()).isEmpty();
        assertThat(read.facts()).isEmpty();
        assertThat(read.writeSet().reads()).hasSize(1);
    }

    @Test
    void is_not_stopped_by_rubbish_that_the_peers_found_invalid() {
        Block good = chain.block(TestTransaction.of("approve", "a").code(TxValidationCode.BAD_PAYLOAD));
        Block rubbish = withData(good, ByteString.copyFromUtf8("no envelope"));

        assertThat(reader.read(rubbish).transactions()).isEmpty();
    }

    @Test
    void refuses_a_block_whose_data_is_not_what_its_header_says() {
        Block block = chain.block(TestTransaction.of("approve", "a"));
        Block changed = block.toBuilder()
                .setData(block.getData().toBuilder()
                        .setData(
                                0, TestTransaction.of("approve", "b").envelope().toByteString()))
                .build();

        assertThatThrownBy(() -> reader.read(changed))
                .isInstanceOf(BlockFaultException.class)
                .hasMessageContaining("data hash");
    }

    @Test
    void refuses_a_block_without_a_code_for_each_transaction() {
        Block block = chain.block(TestTransaction.of("approve", "a"), TestTransaction.of("approve", "b"));
        BlockMetadata metadata = block.getMetadata().toBuilder()
                .setMetadata(2, ByteString.copyFrom(new byte[1]))
                .build();

        assertThatThrownBy(() ->
                        reader.read(block.toBuilder().setMetadata(metadata).build()))
                .isInstanceOf(BlockFaultException.class)
                .hasMessageContaining("2 transactions, 1 validation codes");
    }

    private static Block withData(Block block, ByteString data) {
        Block.Builder changed = block.toBuilder();
        changed.getDataBuilder().setData(0, data);
        changed.getHeaderBuilder()
                .setDataHash(ByteString.copyFrom(new io.provenant.gateway.log.JdkDigests().sha256(data.toByteArray())));
        return changed.build();
    }
}
