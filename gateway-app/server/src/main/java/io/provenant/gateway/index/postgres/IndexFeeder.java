package io.provenant.gateway.index.postgres;

import io.provenant.canonical.Digest;
import io.provenant.gateway.ledger.block.BlockFaultException;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.LedgerBlock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Feeds one schema. Rows and position are written in one transaction, so a kill at any moment loses nothing and doubles
 * nothing; a block that does not follow the one before, or a record of an unknown kind, is refused.
 */
final class IndexFeeder implements BlockListener {

    /** How far the schema came. */
    private record Position(long number, Digest headerHash, long ledgerTimeMs) {}

    private final Schema schema;
    private final RecordDecoder decoder;
    private final Authors authors;
    private Optional<Position> position;
    private boolean uncertain;
    private long rows;

    IndexFeeder(Schema schema, RecordDecoder decoder, Authors authors) {
        this.schema = schema;
        this.decoder = decoder;
        this.authors = authors;
        this.position = schema.read(IndexFeeder::position);
    }

    Schema schema() {
        return schema;
    }

    @Override
    public synchronized long nextBlock() {
        return position.map(last -> last.number() + 1).orElse(0L);
    }

    /** Rows written since the start, for measurements. */
    synchronized long rows() {
        return rows;
    }

    @Override
    public synchronized void accept(LedgerBlock block) {
        if (uncertain) {
            position = schema.read(IndexFeeder::position);
            uncertain = false;
            if (block.number() < nextBlock()) {
                return;
            }
        }
        position.ifPresent(last -> check(last, block));
        if (block.number() != nextBlock()) {
            throw new BlockFaultException("block " + block.number() + " came, the index waits for " + nextBlock());
        }
        BlockRows added = BlockRows.of(block, decoder, authors);
        long ledgerTimeMs = Math.max(position.map(Position::ledgerTimeMs).orElse(0L), added.greatestMs());
        uncertain = true; // a connection may break after the database has committed
        position = schema.write(jdbc -> {
            new BlockWriter(jdbc, added).write(block, ledgerTimeMs);
            return Optional.of(new Position(block.number(), block.headerHash(), ledgerTimeMs));
        });
        uncertain = false;
        rows += added.size();
    }

    private static void check(Position last, LedgerBlock block) {
        boolean follows = block.number() != last.number() + 1
                || block.previousHash().filter(last.headerHash()::equals).isPresent();
        if (!follows) {
            throw new BlockFaultException("block " + block.number() + " does not follow the block " + last.number()
                    + " that was indexed: this is another ledger, or another history of it; rebuild the index");
        }
    }

    private static Optional<Position> position(JdbcClient jdbc) {
        return jdbc.sql("SELECT * FROM block ORDER BY number DESC LIMIT 1")
                .query(IndexFeeder::row)
                .optional();
    }

    private static Position row(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getLong("number"), new Digest(row.getString("header_hash")), row.getLong("ledger_time_ms"));
    }
}
