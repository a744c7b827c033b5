package io.provenant.gateway.index.postgres;

/** The index's questions, as text. Lists read one height, so that their parts fit together. */
final class Queries {

    static final String RECORD = """
            SELECT v.key, v.doc_type, v.value, t.*
            FROM record r
            JOIN record_version v USING (key, block, tx_no)
            JOIN transaction t USING (block, tx_no)
            WHERE r.key = :key AND v.value IS NOT NULL
            """;

    static final String HISTORY = """
            SELECT v.key, v.doc_type, v.value, t.*
            FROM record_version v
            JOIN transaction t USING (block, tx_no)
            WHERE v.key = :key AND v.block <= :height AND (v.block, v.tx_no) < (:lastBlock, :lastTxNo)
            ORDER BY v.block DESC, v.tx_no DESC
            LIMIT :limit
            """;

    static final String LIST = """
            SELECT v.key, v.doc_type, v.value, t.*
            FROM record r
            CROSS JOIN LATERAL (
                SELECT * FROM record_version
                WHERE key = r.key AND block <= :height
                ORDER BY block DESC, tx_no DESC
                LIMIT 1) v
            JOIN transaction t ON t.block = v.block AND t.tx_no = v.tx_no
            WHERE r.key > :last AND r.key < :end AND r.first_block <= :height AND v.value IS NOT NULL
            ORDER BY r.key
            LIMIT :limit
            """;

    /** Records of a type whose newest state names the thing. */
    static final String NAMING = """
            SELECT v.key, v.doc_type, v.value, t.*
            FROM (
                SELECT DISTINCT key FROM mention
                WHERE ref = :id AND name = :name AND key > :last AND key < :end AND block <= :height
                  AND left(key, 4) IN ('AVR!', 'LEN!', 'REQ!')) named
            CROSS JOIN LATERAL (
                SELECT * FROM record_version
                WHERE key = named.key AND block <= :height
                ORDER BY block DESC, tx_no DESC
                LIMIT 1) v
            JOIN transaction t ON t.block = v.block AND t.tx_no = v.tx_no
            WHERE v.value IS NOT NULL
              AND EXISTS (
                SELECT 1 FROM mention m
                WHERE m.ref = :id AND m.name = :name AND m.key = v.key AND m.block = v.block AND m.tx_no = v.tx_no)
            ORDER BY v.key
            LIMIT :limit
            """;

    /** A decision names its request, and the request the versions. */
    static final String DECISIONS = """
            SELECT v.key, v.doc_type, v.value, t.*
            FROM (
                SELECT DISTINCT 'DEC!' || substr(key, 5) AS key FROM mention
                WHERE ref = :id AND name = 'assetVersionIds' AND key > 'REQ!' AND key < 'REQ"'
                  AND left(key, 4) IN ('AVR!', 'LEN!', 'REQ!')) named
            JOIN record_version v ON v.key = named.key
            JOIN transaction t ON t.block = v.block AND t.tx_no = v.tx_no
            WHERE v.key COLLATE "C" > :last AND v.block <= :height
            ORDER BY v.key
            LIMIT :limit
            """;

    static final String AUDIT = """
            SELECT v.key, v.doc_type, v.fact, v.value, before.value AS before, t.*
            FROM (
                (SELECT DISTINCT block, tx_no, key FROM mention
                WHERE ref = :id AND (:anyName OR name = ANY (:names::text[]))
                  AND block <= :height AND (block, tx_no, key) < (:lastBlock, :lastTxNo, :lastKey COLLATE "C")
                ORDER BY block DESC, tx_no DESC, key DESC
                LIMIT :limit)
                UNION
                SELECT d.block, d.tx_no, d.key
                FROM mention m
                JOIN record_version d ON d.key = 'DEC!' || substr(m.key, 5)
                WHERE m.ref = :id AND m.name = 'assetVersionIds' AND m.key > 'REQ!' AND m.key < 'REQ"'
                  AND left(m.key, 4) IN ('AVR!', 'LEN!', 'REQ!')) concerned
            JOIN record_version v USING (block, tx_no, key)
            JOIN transaction t USING (block, tx_no)
            LEFT JOIN LATERAL (
                SELECT value FROM record_version
                WHERE key = v.key AND (block, tx_no) < (v.block, v.tx_no)
                ORDER BY block DESC, tx_no DESC
                LIMIT 1) before ON true
            WHERE v.block <= :height
              AND (v.block, v.tx_no, v.key) < (:lastBlock, :lastTxNo, :lastKey COLLATE "C")
            ORDER BY v.block DESC, v.tx_no DESC, v.key DESC
            LIMIT :limit
            """;

    /** Of several copies of an id the valid one counts. */
    static final String TRANSACTION = """
            SELECT * FROM transaction
            WHERE tx_id = :txId
            ORDER BY (validation_code = 'VALID') DESC, block, tx_no
            LIMIT 1
            """;

    static final String DOCUMENT = """
            SELECT d.value_hash, t.*
            FROM document d
            JOIN transaction t USING (block, tx_no)
            WHERE d.collection = :collection AND d.key_hash = :keyHash AND d.value_hash IS NOT NULL
            """;

    static final String NEWEST = "SELECT number, ledger_time_ms FROM block ORDER BY number DESC LIMIT 1";

    static final String AT_HEIGHT = "SELECT number, ledger_time_ms FROM block WHERE number = :height";

    private Queries() {}
}
