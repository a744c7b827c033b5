package io.provenant.network.embedded.rwset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.Version;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeReadsTest {

    @Test
    void nothing_read_is_neither_reads_nor_hashes() {
        assertThat(read(0, 50)).isEqualTo(RangeQueryInfo.getDefaultInstance());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50})
    void up_to_fifty_reads_are_kept_as_they_are(int count) {
        assertThat(read(count, 50).getRawReads())
                .isEqualTo(
                        QueryReads.newBuilder().addAllKvReads(reads(0, count)).build());
    }

    @Test
    void fifty_one_reads_are_one_hash() throws Exception {
        var summary = read(51, 50).getReadsMerkleHashes();

        assertThat(summary.getMaxDegree()).isEqualTo(50);
        assertThat(summary.getMaxLevel()).isEqualTo(1);
        assertThat(summary.getMaxLevelHashesList()).containsExactly(sha256(leaf(0, 51)));
    }

    @Test
    void a_last_leaf_may_be_short() throws Exception {
        assertThat(read(120, 50).getReadsMerkleHashes().getMaxLevelHashesList())
                .containsExactly(sha256(leaf(0, 51)), sha256(leaf(51, 102)), sha256(leaf(102, 120)));
    }

    @Test
    void a_full_level_becomes_one_hash_of_the_next() throws Exception {
        // degree 2: leaves of three reads, and three hashes of a level become one of the next
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            leaves.add(sha256(leaf(3 * i, Math.min(3 * i + 3, 28))).toByteArray());
        }
        ByteString first = sha256(concat(leaves.subList(0, 3)));
        ByteString second = sha256(concat(leaves.subList(3, 6)));
        ByteString third = sha256(concat(leaves.subList(6, 9)));
        ByteString combined = sha256(concat(List.of(first.toByteArray(), second.toByteArray(), third.toByteArray())));

        var summary = read(28, 2).getReadsMerkleHashes();

        // the tenth leaf, alone on its level, rises as it is
        assertThat(summary.getMaxLevel()).isEqualTo(3);
        assertThat(summary.getMaxLevelHashesList()).containsExactly(combined, ByteString.copyFrom(leaves.get(9)));
    }

    @Test
    void what_is_left_of_a_level_is_combined_at_the_end() throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            leaves.add(sha256(leaf(3 * i, Math.min(3 * i + 3, 14))).toByteArray());
        }

        var summary = read(14, 2).getReadsMerkleHashes();

        assertThat(summary.getMaxLevel()).isEqualTo(2);
        assertThat(summary.getMaxLevelHashesList())
                .containsExactly(sha256(concat(leaves.subList(0, 3))), sha256(concat(leaves.subList(3, 5))));
    }

    @Test
    void refuses_a_degree_that_makes_no_tree() {
        assertThatThrownBy(() -> new RangeReads(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RangeQueryInfo read(int count, int degree) {
        RangeReads reads = new RangeReads(degree);
        reads(0, count).forEach(read -> reads.add(read.getKey(), Version.of(read.getVersion())));
        RangeQueryInfo.Builder info = RangeQueryInfo.newBuilder();
        reads.finish(info);
        return info.build();
    }

    private static List<KVRead> reads(int from, int to) {
        List<KVRead> reads = new ArrayList<>();
        for (int i = from; i < to; i++) {
            reads.add(KVRead.newBuilder()
                    .setKey("key" + i)
                    .setVersion(new Version(i, 1).toMessage())
                    .build());
        }
        return reads;
    }

    private static byte[] leaf(int from, int to) {
        return QueryReads.newBuilder().addAllKvReads(reads(from, to)).build().toByteArray();
    }

    private static byte[] concat(List<byte[]> parts) {
        return parts.stream()
                .map(ByteString::copyFrom)
                .reduce(ByteString.EMPTY, ByteString::concat)
                .toByteArray();
    }

    private static ByteString sha256(byte[] bytes) throws Exception {
        return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
