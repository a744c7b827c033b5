package io.provenant.gateway.index.postgres;

import io.provenant.canonical.Digest;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.ledger.State;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The world state as the index holds it: the model's port, so that a preview runs the very rules that the peers run.
 * Lives inside one reading transaction.
 */
final class IndexState implements State {

    private final JdbcClient jdbc;
    private final JdkDigests digests = new JdkDigests();

    IndexState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> get(String key) {
        return jdbc.sql("SELECT value FROM record JOIN record_version USING (key, block, tx_no) WHERE key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Row> range(String from, String to, int atMost) {
        return jdbc.sql("""
                        SELECT key, value
                        FROM record JOIN record_version USING (key, block, tx_no)
                        WHERE key >= :from AND key < :to AND value IS NOT NULL
                        ORDER BY key
                        LIMIT :atMost
                        """)
                .param("from", from)
                .param("to", to)
                .param("atMost", atMost)
                .query((row, number) -> new Row(row.getString("key"), row.getString("value")))
                .list();
    }

    @Override
    public Optional<Digest> privateHash(String collection, String key) {
        return jdbc.sql("SELECT value_hash FROM document WHERE collection = :collection AND key_hash = :keyHash")
                .param("collection", collection)
                .param("keyHash", keyHash(digests, key))
                .query(String.class)
                .optional()
                .map(Digest::new);
    }

    /** A private key stands on the ledger by its hash. */
    static String keyHash(JdkDigests digests, String key) {
        return digests.digest(key.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
