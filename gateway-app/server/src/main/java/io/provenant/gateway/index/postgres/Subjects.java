package io.provenant.gateway.index.postgres;

import io.provenant.gateway.index.AuditSubject;
import java.util.List;

/** By which members, or parts of keys, a kind of subject is named; an empty list: by any. */
final class Subjects {

    private Subjects() {}

    // Parties and origins tell themselves from all else by their form; ids of requests and versions are UUIDs alike.
    static List<String> names(AuditSubject.Kind kind) {
        return switch (kind) {
            case PARTY, ORIGIN -> List.of();
            case DECISION -> List.of("REQ", "DEC", "requestId", "decisionId");
            case VERSION ->
                List.of(
                        "AVR",
                        "versionId",
                        "versionIds",
                        "assetVersionIds",
                        "inputVersionIds",
                        "outputVersionIds",
                        "replacesId",
                        "successorId");
        };
    }
}
