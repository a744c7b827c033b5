package io.provenant.gateway.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.Relation;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.ledger.block.BlockReader;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestPostgres;
import io.provenant.gateway.testing.TestTransaction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A chain, an index of it, and the short forms of what tests ask. */
abstract class IndexFixture {

    static final long FIRST_MS = 1_767_225_600_000L;

    final TestChain chain = new TestChain();
    final BlockReader reader = new BlockReader(TestChain.CHAINCODE);
    final HikariDataSource database = TestPostgres.database();
    IndexStore store = open();
    long ledgerHeight;
    final Index index = store.queries(new IndexSettings("ExchangeMSP", List.of("pdcCase")), () -> ledgerHeight);

    @BeforeEach
    void genesis() {
        feed();
    }

    @AfterEach
    void close() {
        database.close();
    }

    IndexStore open() {
        return IndexStore.open(database, database, RecordTypes.all(), Commands.all());
    }

    Index index(IndexStore some) {
        return some.queries(new IndexSettings("ExchangeMSP", List.of()), () -> ledgerHeight);
    }

    void block(TestTransaction... transactions) {
        chain.block(transactions);
        feed();
    }

    void feed() {
        chain.from(store.feeder().nextBlock()).stream()
                .map(reader::read)
                .forEach(block -> store.feeder().accept(block));
    }

    List<AuditRow> audit(AuditSubject.Kind kind, String id) {
        return index.audit(new AuditSubject(kind, id), SliceRequest.first()).items();
    }

    List<String> related(Relation relation, String id) {
        return index.related(relation, id, SliceRequest.first()).items().stream()
                .map(RecordVersion::key)
                .toList();
    }

    static <T> List<T> inParts(java.util.function.Function<SliceRequest, Slice<T>> list) {
        List<T> all = new java.util.ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Slice<T> part = list.apply(new SliceRequest(2, cursor));
            all.addAll(part.items());
            cursor = part.next();
        } while (cursor.isPresent());
        return all;
    }

    static <T> T found(Lookup<T> lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found<T>) lookup).value();
    }
}
