package io.provenant.gateway.index.postgres;

import io.provenant.gateway.index.Relation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a relation stands in the records.
 *
 * @param type the type of the records found
 * @param name the member by which they name the thing
 */
record Related(String type, String name, String sql) {

    static Related of(Relation relation) {
        return switch (relation) {
            case VERSIONS_OF_CONSENT -> new Related("AVR", "consentId", Queries.NAMING);
            case CHILDREN_OF_VERSION -> new Related("AVR", "versionId", Queries.NAMING);
            case LIST_ENTRIES_OF_PARTY -> new Related("LEN", "partyId", Queries.NAMING);
            case DECISIONS_OF_VERSION -> new Related("DEC", "assetVersionIds", Queries.DECISIONS);
        };
    }

    JdbcClient.StatementSpec statement(JdbcClient jdbc) {
        return jdbc.sql(sql).param("name", name).param("end", type + "\"");
    }
}
