package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static io.provenant.network.embedded.ledger.TestLedger.THREE;
import static io.provenant.network.embedded.ledger.TestLedger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections: hashes for everybody and values for members. */
class PrivateDataTest {

    private static final String SHARED = "shared";
    private static final String CLOSED = "closed";
    private static final String MISSING =
            "private data matching public hash version is not available. Public hash version"
                    + " = {BlockNum: 1, TxNum: 0}, Private data version = <nil>";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder, definition());
    }

    @Test
    void a_members_peer_reads_the_value_and_every_peer_its_hash() throws Exception {
        channel.putPrivate(SHARED, "key", "secret");

        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).contains(text("secret"));
        assertThat(channel.simulate(TWO).getPrivate(SHARED, "key")).contains(text("secret"));
        for (String mspId : List.of(ONE, TWO, THREE)) {
            assertThat(channel.simulate(mspId).getPrivateHash(SHARED, "key")).contains(sha256("secret"));
        }
        assertThatThrownBy(() -> channel.simulate(THREE).getPrivate(SHARED, "key"))
                .isInstanceOf(LedgerException.class)
                .hasMessage(MISSING);
    }

    @Test
    void what_is_not_there_is_not_there_for_anybody() {
        assertThat(channel.simulate(THREE).getPrivate(SHARED, "key")).isEmpty();
        assertThat(channel.simulate(THREE).getPrivateHash(SHARED, "key")).isEmpty();
    }

    @Test
    void the_public_part_holds_hashes_only() throws Exception {
        Simulation simulation = channel.simulate(ONE);
        simulation.getPrivate(SHARED, "read");
        simulation.putPrivate(SHARED, "b", text("secret"));
        simulation.deletePrivate(SHARED, "a");
        simulation.purgePrivate(SHARED, "c");
        SimulationResult result = simulation.finish();

        ReadWriteSet.OfCollection collection =
                TestLedger.ofChaincode(result.readWriteSet()).collections().get(0);
        HashedRWSet hashes = collection.hashes();
        assertThat(hashes.getHashedReadsList())
                .containsExactly(
                        KVReadHash.newBuilder().setKeyHash(sha256("read")).build());
        assertThat(hashes.getHashedWritesList())
                .containsExactly(
                        KVWriteHash.newBuilder()
                                .setKeyHash(sha256("a"))
                                .setIsDelete(true)
                                .build(),
                        KVWriteHash.newBuilder()
                                .setKeyHash(sha256("b"))
                                .setValueHash(sha256("secret"))
                                .build(),
                        KVWriteHash.newBuilder()
                                .setKeyHash(sha256("c"))
                                .setIsDelete(true)
                                .setIsPurge(true)
                                .build());
        CollectionPvtReadWriteSet secret =
                result.privateWrites().orElseThrow().getNsPvtRwset(0).getCollectionPvtRwset(0);
        assertThat(collection.privateSetHash()).isEqualTo(sha256(secret.getRwset()));
        assertThat(KVRWSet.parseFrom(secret.getRwset()).getWritesList())
                .containsExactly(
                        KVWrite.newBuilder().setKey("a").setIsDelete(true).build(),
                        KVWrite.newBuilder()
                                .setKey("b")
                                .setValue(text("secret"))
                                .build(),
                        KVWrite.newBuilder().setKey("c").setIsDelete(true).build());
        assertThat(result.readWriteSet().toString(StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void whoever_asks_for_a_collection_reads_the_whole_definition() throws Exception {
        Simulation simulation = channel.simulate(ONE);
        simulation.getPrivateHash(SHARED, "key");

        var lifecycle = ReadWriteSet.parse(simulation.finish().readWriteSet())
                .namespaces()
                .get(0);
        assertThat(lifecycle.keys().getReadsList())
                .extracting(KVRead::getKey)
                .containsExactly(
                        "namespaces/fields/notes/Collections",
                        "namespaces/fields/notes/EndorsementInfo",
                        "namespaces/fields/notes/Sequence",
                        "namespaces/fields/notes/ValidationInfo",
                        "namespaces/metadata/notes");
    }

    @Test
    void an_unknown_collection_is_refused_in_the_words_of_a_peer() {
        Simulation simulation = channel.simulate(ONE);

        assertThatThrownBy(() -> simulation.getPrivate("nowhere", "key"))
                .hasMessage("collection market/notes/nowhere could not be found");
        assertThatThrownBy(() -> simulation.putPrivate("nowhere", "key", text("1")))
                .hasMessage("collection market/notes/nowhere could not be found");
        assertThatThrownBy(() -> simulation.getPrivateHash("nowhere", "key"))
                .hasMessage("collection [nowhere] not defined in the collection config for chaincode [notes]");
        assertThatThrownBy(() -> simulation.getPrivate("_implicit_org_FourMSP", "key"))
                .hasMessage("collection [_implicit_org_FourMSP] not defined in the collection config for chaincode"
                        + " [notes]");
    }

    @Test
    void only_members_clients_read_and_write_where_the_collection_says_so() {
        Simulation stranger = channel.simulate(THREE);

        assertThatThrownBy(() -> stranger.getPrivate(CLOSED, "key"))
                .hasMessage("tx creator does not have read access permission on privatedata in chaincodeName:notes"
                        + " collectionName: closed");
        assertThatThrownBy(() -> stranger.putPrivate(CLOSED, "key", text("1")))
                .hasMessage("tx creator does not have write access permission on privatedata in chaincodeName:notes"
                        + " collectionName: closed");
        assertThatThrownBy(() -> stranger.privateRange(CLOSED, "", "")).hasMessageContaining("read access permission");
        assertThat(stranger.getPrivateHash(CLOSED, "key")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivate(CLOSED, "key")).isEmpty();
    }

    @Test
    void writes_after_a_private_range_are_refused_and_ranges_after_a_write() {
        channel.putPrivate(SHARED, "a", "1");
        channel.putPrivate(SHARED, "b", "2");
        Simulation reader = channel.simulate(ONE);

        assertThat(reader.privateRange(SHARED, "", "").next().results())
                .extracting(KV::getKey)
                .containsExactly("a", "b");
        assertThatThrownBy(() -> reader.put("x", text("1")))
                .hasMessage("txid [tx]: unsuppored transaction. Transaction has already performed queries on pvt data."
                        + " Writes are not allowed");
        Simulation writer = channel.simulate(ONE);
        writer.putPrivate(SHARED, "c", text("3"));
        assertThatThrownBy(() -> writer.privateRange(SHARED, "", ""))
                .hasMessage("txid [tx]: unsuppored transaction. Queries on pvt data is supported only in a read-only"
                        + " transaction");
    }

    @Test
    void a_private_range_leaves_no_trace_and_is_empty_for_those_who_keep_nothing() {
        channel.putPrivate(SHARED, "a", "1");
        Simulation reader = channel.simulate(THREE);

        assertThat(reader.privateRange(SHARED, "", "").next().results()).isEmpty();
        assertThat(reader.finish().readWriteSet().toString(StandardCharsets.ISO_8859_1))
                .doesNotContain(SHARED);
    }

    @Test
    void values_are_there_after_the_next_opening_even_if_it_comes_before_the_commit() {
        TestTransaction endorsed = channel.endorse(simulation -> simulation.putPrivate(SHARED, "key", text("secret")));
        channel.reopen();
        assertThat(channel.codes(endorsed)).containsExactly(VALID);
        channel.reopen();

        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).contains(text("secret"));
    }

    @Test
    void a_transaction_whose_private_part_nobody_kept_is_valid_and_its_value_missing() {
        Simulation simulation = channel.simulate(ONE);
        simulation.putPrivate(SHARED, "key", text("secret"));
        TestTransaction transaction = new TestTransaction(simulation.finish().readWriteSet()).endorsedBy(ONE, TWO);

        assertThat(channel.codes(transaction)).containsExactly(VALID);
        assertThatThrownBy(() -> channel.simulate(ONE).getPrivate(SHARED, "key"))
                .hasMessage(MISSING);
    }

    @Test
    void private_parts_that_the_hashes_do_not_stand_for_are_not_taken() {
        Simulation other = channel.simulate(ONE);
        other.putPrivate(SHARED, "key", text("forged"));
        TestTransaction transaction =
                channel.endorse(simulation -> simulation.putPrivate(SHARED, "key", text("secret")));
        channel.ledger()
                .retain(transaction.txId(), other.finish().privateWrites().orElseThrow());

        assertThat(channel.codes(transaction)).containsExactly(VALID);
        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).contains(text("secret"));
    }

    @Test
    void an_invalid_transaction_leaves_nothing_private() throws IOException {
        TestTransaction refused =
                channel.endorse(simulation -> simulation.putPrivate(SHARED, "key", text("very secret")), ONE);
        assertThat(channel.codes(refused)).doesNotContain(VALID);

        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).isEmpty();
        assertThat(channel.filesWith("very secret")).isEmpty();
    }

    @Test
    void a_deletion_takes_the_value_from_the_state() {
        channel.putPrivate(SHARED, "key", "secret");
        assertThat(channel.codes(channel.endorse(simulation -> simulation.deletePrivate(SHARED, "key"))))
                .containsExactly(VALID);

        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).isEmpty();
        assertThat(channel.simulate(ONE).getPrivateHash(SHARED, "key")).isEmpty();
        channel.reopen();
        assertThat(channel.simulate(ONE).getPrivate(SHARED, "key")).isEmpty();
    }

    @Test
    void a_change_of_metadata_leaves_the_value_readable() {
        channel.putPrivate(SHARED, "key", "secret");
        assertThat(channel.codes(
                        channel.endorse(simulation -> simulation.putPrivateMetadata(SHARED, "key", "note", text("1")))))
                .containsExactly(VALID);

        Simulation simulation = channel.simulate(ONE);
        assertThat(simulation.getPrivate(SHARED, "key")).contains(text("secret"));
        assertThat(simulation.privateMetadata(SHARED, "key")).containsEntry("note", text("1"));
    }

    @Test
    void a_peer_shows_what_it_keeps_of_a_block_and_of_a_closed_collection_to_members_only() {
        channel.putPrivate(SHARED, "key", "secret");
        channel.putPrivate(CLOSED, "key", "secret");

        assertThat(shown(1, ONE, ONE)).containsOnlyKeys(0L);
        assertThat(shown(1, ONE, THREE)).containsOnlyKeys(0L);
        assertThat(shown(1, THREE, ONE)).isEmpty();
        assertThat(shown(2, ONE, ONE)).containsOnlyKeys(0L);
        assertThat(shown(2, ONE, THREE)).isEmpty();
        assertThat(shown(0, ONE, ONE)).isEmpty();
    }

    private Map<Long, TxPvtReadWriteSet> shown(long block, String peer, String reader) {
        return channel.ledger().privateWrites(block, peer, channel.member(reader, TestLedger.client(reader)));
    }

    private static ChaincodeDefinition definition() {
        StaticCollectionConfig shared = StaticCollectionConfig.newBuilder()
                .setName(SHARED)
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                        .setSignaturePolicy(PolicyText.parse("OR('OneMSP.member', 'TwoMSP.member')")))
                .build();
        StaticCollectionConfig closed = shared.toBuilder()
                .setName(CLOSED)
                .setMemberOnlyRead(true)
                .setMemberOnlyWrite(true)
                .build();
        return ChaincodeDefinition.of("notes", "1.0").withCollections(List.of(shared, closed));
    }

    private static ByteString sha256(String text) throws Exception {
        return sha256(text(text));
    }

    private static ByteString sha256(ByteString bytes) throws Exception {
        return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
