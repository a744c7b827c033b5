package io.provenant.network.embedded.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransientLogTest {

    @TempDir
    Path folder;

    @Test
    void keeps_each_set_of_a_transaction_once_and_over_an_opening() throws IOException {
        try (TransientLog log = open()) {
            log.retain("tx", 5, writes("one"));
            log.retain("tx", 6, writes("one"));
            log.retain("tx", 7, writes("two"));
            log.retain("other", 7, writes("three"));
        }
        try (TransientLog log = open()) {
            assertThat(log.find("tx")).containsExactly(writes("one"), writes("two"));
            assertThat(log.find("other")).containsExactly(writes("three"));
            assertThat(log.find("unknown")).isEmpty();
        }
    }

    @Test
    void forgets_what_was_committed_and_leaves_an_empty_file_when_it_was_all() throws IOException {
        try (TransientLog log = open()) {
            log.retain("tx", 5, writes("one"));
            log.retain("other", 5, writes("two"));
            log.forget(List.of("tx"), 6, false);
            assertThat(log.find("tx")).isEmpty();
            assertThat(log.find("other")).hasSize(1);

            log.forget(List.of("other"), 7, false);
            assertThat(Files.size(folder.resolve("transient"))).isZero();
        }
    }

    @Test
    void forgets_what_never_came_after_as_many_blocks_as_a_peer_waits() throws IOException {
        try (TransientLog log = open()) {
            log.retain("tx", 5, writes("one"));
            log.forget(List.of(), 20_005, false);
            assertThat(log.find("tx")).hasSize(1);

            log.forget(List.of(), 20_006, false);
            assertThat(log.find("tx")).isEmpty();
        }
    }

    @Test
    void after_a_purge_nothing_forgotten_is_in_the_file() throws IOException {
        try (TransientLog log = open()) {
            log.retain("tx", 5, writes("very secret"));
            log.retain("other", 5, writes("still waiting"));
            log.forget(List.of("tx"), 6, true);

            assertThat(Files.readString(folder.resolve("transient"), StandardCharsets.ISO_8859_1))
                    .contains("still waiting")
                    .doesNotContain("very secret");
        }
    }

    @Test
    void an_opening_drops_what_was_committed_before_the_crash() throws IOException {
        try (TransientLog log = open()) {
            log.retain("tx", 5, writes("one"));
            log.retain("other", 5, writes("two"));
        }
        try (TransientLog log = TransientLog.open(folder, Set.of("tx")::contains)) {
            assertThat(log.find("tx")).isEmpty();
            assertThat(log.find("other")).hasSize(1);
        }
    }

    private TransientLog open() throws IOException {
        return TransientLog.open(folder, txId -> false);
    }

    private static TxPvtReadWriteSet writes(String content) {
        return TxPvtReadWriteSet.newBuilder()
                .addNsPvtRwset(NsPvtReadWriteSet.newBuilder()
                        .setNamespace("notes")
                        .addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                                .setCollectionName("c")
                                .setRwset(ByteString.copyFromUtf8(content))))
                .build();
    }
}
