package io.provenant.gateway.index.postgres;

import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.index.Written;
import io.provenant.gateway.ledger.block.LedgerBlock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of one block, inside one transaction. */
final class BlockWriter {

    private final JdbcClient jdbc;
    private final BlockRows rows;

    BlockWriter(JdbcClient jdbc, BlockRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    void write(LedgerBlock block, long ledgerTimeMs) {
        jdbc.sql("INSERT INTO block (number, header_hash, ledger_time_ms) VALUES (:number, :hash, :time)")
                .param("number", block.number())
                .param("hash", block.headerHash().hex())
                .param("time", ledgerTimeMs)
                .update();
        if (rows.transactions.size() > 0) {
            transactions();
        }
        if (!rows.deleted.isEmpty()) {
            mentionsOfDeleted();
        }
        if (rows.versions.size() > 0) {
            versions();
            records();
        }
        if (rows.mentions.size() > 0) {
            mentions();
        }
        if (rows.documents.size() > 0) {
            documents();
        }
    }

    private void transactions() {
        jdbc.sql("""
                        INSERT INTO transaction
                            (block, tx_no, tx_id, tx_ms, msp_id, party_id, role, command, validation_code, facts)
                        SELECT * FROM unnest(
                            :block::bigint[], :txNo::integer[], :txId::text[], :txMs::bigint[], :mspId::text[],
                            :partyId::text[], :role::text[], :command::text[], :code::text[], :facts::text[])
                        """)
                .param("block", rows.transactions.longs(0))
                .param("txNo", rows.transactions.integers(1))
                .param("txId", rows.transactions.texts(2))
                .param("txMs", rows.transactions.longs(3))
                .param("mspId", rows.transactions.texts(4))
                .param("partyId", rows.transactions.texts(5))
                .param("role", rows.transactions.texts(6))
                .param("command", rows.transactions.texts(7))
                .param("code", rows.transactions.texts(8))
                .param("facts", rows.transactions.texts(9))
                .update();
    }

    private void versions() {
        jdbc.sql("""
                        INSERT INTO record_version (key, block, tx_no, doc_type, rev, state, fact, value)
                        SELECT * FROM unnest(
                            :key::text[], :block::bigint[], :txNo::integer[], :docType::text[], :rev::bigint[],
                            :state::text[], :fact::text[], :value::text[])
                        """)
                .param("key", rows.versions.texts(0))
                .param("block", rows.versions.longs(1))
                .param("txNo", rows.versions.integers(2))
                .param("docType", rows.versions.texts(3))
                .param("rev", rows.versions.longs(4))
                .param("state", rows.versions.texts(5))
                .param("fact", rows.versions.texts(6))
                .param("value", rows.versions.texts(7))
                .update();
    }

    // The last write of a key in this block is its newest state.
    private void records() {
        jdbc.sql("""
                        INSERT INTO record (key, first_block, block, tx_no)
                        SELECT DISTINCT ON (key) key, block, block, tx_no
                        FROM unnest(:key::text[], :block::bigint[], :txNo::integer[]) AS new (key, block, tx_no)
                        ORDER BY key, tx_no DESC
                        ON CONFLICT (key) DO UPDATE SET block = excluded.block, tx_no = excluded.tx_no
                        """)
                .param("key", rows.versions.texts(0))
                .param("block", rows.versions.longs(1))
                .param("txNo", rows.versions.integers(2))
                .update();
    }

    private void mentions() {
        jdbc.sql("""
                        INSERT INTO mention (ref, block, tx_no, key, name)
                        SELECT * FROM unnest(
                            :ref::text[], :block::bigint[], :txNo::integer[], :key::text[], :name::text[])
                        ON CONFLICT DO NOTHING
                        """)
                .param("ref", rows.mentions.texts(0))
                .param("block", rows.mentions.longs(1))
                .param("txNo", rows.mentions.integers(2))
                .param("key", rows.mentions.texts(3))
                .param("name", rows.mentions.texts(4))
                .update();
    }

    private void mentionsOfDeleted() {
        for (Map.Entry<String, Written> deleted : rows.deleted.entrySet()) {
            jdbc.sql("SELECT value FROM record JOIN record_version USING (key, block, tx_no) WHERE key = :key")
                    .param("key", deleted.getKey())
                    .query(String.class)
                    .optional()
                    .map(StrictJsonReader::parseObject)
                    .ifPresent(value -> rows.mention(deleted.getValue(), deleted.getKey(), value));
        }
    }

    private void documents() {
        jdbc.sql("""
                        INSERT INTO document (collection, key_hash, value_hash, block, tx_no)
                        SELECT DISTINCT ON (collection, key_hash) *
                        FROM unnest(:collection::text[], :keyHash::text[], :valueHash::text[], :block::bigint[],
                            :txNo::integer[]) AS new (collection, key_hash, value_hash, block, tx_no)
                        ORDER BY collection, key_hash, tx_no DESC
                        ON CONFLICT (collection, key_hash) DO UPDATE
                        SET value_hash = excluded.value_hash, block = excluded.block, tx_no = excluded.tx_no
                        """)
                .param("collection", rows.documents.texts(0))
                .param("keyHash", rows.documents.texts(1))
                .param("valueHash", rows.documents.texts(2))
                .param("block", rows.documents.longs(3))
                .param("txNo", rows.documents.integers(4))
                .update();
    }
}
