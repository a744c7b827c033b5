package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.block.BlockHeaders;
import io.provenant.network.embedded.msp.Msp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.etcdraft.BlockMetadata;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes of committed blocks, recomputed by a second implementation that knows nothing of the first: what
 * {@code kv_ledger.go} and {@code update_batch_bytes.go} of Fabric 3.1.5 hash, written out by hand for each block.
 */
class CommitHashTest {

    private static final String COLLECTION = "_implicit_org_OneMSP";
    private static final String OTHER = "_implicit_org_TwoMSP";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder);
    }

    @Test
    void commit_hashes_are_a_chain_over_codes_and_final_writes() throws Exception {
        Block one = channel.commit(
                channel.endorse(simulation -> {
                    simulation.put("b", text("1"));
                    simulation.put("a", text("1"));
                }),
                channel.endorse(simulation -> simulation.put("never", text("1")), ONE),
                channel.endorse(simulation -> {
                    simulation.put("b", text("2"));
                    simulation.delete("absent");
                }));
        byte[] filter = {0, 10, 0};
        byte[] updates = updates(
                write("notes", "", bytes("a"), false, bytes("1"), 1, 1, 0),
                write("", "", bytes("absent"), true, new byte[0], 1, 1, 1, 2),
                write("", "", bytes("b"), false, bytes("2"), 1, 1, 1, 2));
        byte[] first = sha256(new byte[] {3}, filter, updates, new byte[0]);
        assertThat(commitHash(one)).isEqualTo(first);

        Block two = channel.commit(channel.endorse(simulation -> simulation.putMetadata("a", "note", text("x"))));
        byte[] second = sha256(
                new byte[] {1},
                new byte[] {0},
                updates(write("notes", "", bytes("a"), false, bytes("1"), 1, 2, 0)),
                first);
        assertThat(commitHash(two))
                .as("metadata repeats the value with a new version")
                .isEqualTo(second);

        Block three = channel.commit(channel.endorse(simulation -> {
            simulation.putPrivate(OTHER, "q", text("y"));
            simulation.putPrivate(COLLECTION, "p", text("x"));
            simulation.putPrivate(COLLECTION, "r", text("z"));
            simulation.put("c", text("1"));
        }));
        byte[] third = sha256(new byte[] {1}, new byte[] {0}, updates(collections()), second);
        assertThat(commitHash(three)).isEqualTo(third);

        Block four = channel.commit(channel.endorse(simulation -> simulation.get("a")));
        assertThat(commitHash(four)).isEqualTo(sha256(new byte[] {1}, new byte[] {0}, new byte[0], third));
    }

    @Test
    void the_length_of_a_long_filter_takes_two_bytes() throws Exception {
        TestTransaction[] transactions = new TestTransaction[200];
        for (int i = 0; i < transactions.length; i++) {
            transactions[i] = channel.endorse(simulation -> simulation.get("a"));
        }

        Block block = channel.commit(transactions);

        assertThat(commitHash(block)).isEqualTo(sha256(new byte[] {(byte) 0xc8, 1}, new byte[200], new byte[0]));
    }

    @Test
    void blocks_are_linked_and_their_order_is_signed() throws Exception {
        channel.put("a", "1");
        channel.put("a", "2");
        for (long number = 1; number <= 2; number++) {
            Block block = channel.ledger().block(number);
            Block before = channel.ledger().block(number - 1);
            assertThat(block.getHeader().getPreviousHash()).isEqualTo(BlockHeaders.hash(before.getHeader()));
            assertThat(block.getHeader().getDataHash()).isEqualTo(BlockHeaders.dataHash(block.getData()));
            assertThat(block.getMetadata().getMetadataCount()).isEqualTo(5);
            assertThat(block.getMetadata().getMetadata(1)).isEmpty();
            assertThat(block.getMetadata().getMetadata(3)).isEmpty();
            assertThat(block.getMetadata().getMetadata(4).size()).isEqualTo(34);

            Metadata signatures = Metadata.parseFrom(block.getMetadata().getMetadata(0));
            OrdererBlockMetadata value = OrdererBlockMetadata.parseFrom(signatures.getValue());
            assertThat(value.getLastConfig().getIndex()).isZero();
            BlockMetadata raft = BlockMetadata.parseFrom(
                    Metadata.parseFrom(value.getConsenterMetadata()).getValue());
            assertThat(raft.getConsenterIdsList()).containsExactly(1L);
            MetadataSignature signature = signatures.getSignatures(0);
            SignatureHeader signer = SignatureHeader.parseFrom(signature.getSignatureHeader());
            assertThat(signer.getNonce().size()).isEqualTo(24);
            ByteString signed = signatures
                    .getValue()
                    .concat(signature.getSignatureHeader())
                    .concat(BlockHeaders.der(block.getHeader()));
            assertThat(orderer(signer.getCreator()).hasSigned(signed, signature.getSignature()))
                    .isTrue();
        }
    }

    private static Member orderer(ByteString creator) {
        return Msp.of(TestLedger.profile().orderer().organisation())
                .find(creator)
                .orElseThrow();
    }

    /** Collections in the order of their names, hashes of keys in the order of their bytes. */
    private static byte[][] collections() throws Exception {
        TreeMap<ByteString, byte[]> one = new TreeMap<>(ByteString.unsignedLexicographicalComparator());
        one.put(ByteString.copyFrom(sha256(bytes("p"))), sha256(bytes("x")));
        one.put(ByteString.copyFrom(sha256(bytes("r"))), sha256(bytes("z")));
        byte[][] writes = new byte[4][];
        writes[0] = write("notes", "", bytes("c"), false, bytes("1"), 1, 3, 0);
        int i = 1;
        for (Map.Entry<ByteString, byte[]> hash : one.entrySet()) {
            String name = i == 1 ? COLLECTION : "";
            writes[i++] = write("", name, hash.getKey().toByteArray(), false, hash.getValue(), 1, 3, 0);
        }
        writes[3] = write("", OTHER, sha256(bytes("q")), false, sha256(bytes("y")), 1, 3, 0);
        return writes;
    }

    private static byte[] updates(byte[]... writes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] write : writes) {
            field(out, 1, write);
        }
        return out.toByteArray();
    }

    private static byte[] write(
            String namespace, String collection, byte[] key, boolean isDelete, byte[] value, int... version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        field(out, 1, bytes(namespace));
        field(out, 2, bytes(collection));
        field(out, 3, key);
        if (isDelete) {
            out.write(4 << 3);
            out.write(1);
        }
        field(out, 5, value);
        byte[] versionBytes = new byte[version.length];
        for (int i = 0; i < version.length; i++) {
            versionBytes[i] = (byte) version[i];
        }
        field(out, 6, versionBytes);
        return out.toByteArray();
    }

    /** A length-delimited field of protobuf; an empty one is left out. */
    private static void field(ByteArrayOutputStream out, int number, byte[] content) {
        if (content.length > 0) {
            out.write(number << 3 | 2);
            out.write(content.length); // below 128 here
            out.writeBytes(content);
        }
    }

    private static byte[] commitHash(Block block) throws Exception {
        return Metadata.parseFrom(block.getMetadata().getMetadata(4)).getValue().toByteArray();
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
