package io.provenant.asset;

import io.provenant.canonical.JsonObject;
import java.util.Optional;

/**
 * One {@code wasDerivedFrom} of a version (PROV-DM 5.2.1): the parent, the operation, and the leaf of the run.
 *
 * @param masking true if direct identifiers were removed or replaced on this edge
 * @param decisionId the permit under which another owner's version was used
 */
public record ParentEdge(VersionId versionId, String opCode, boolean masking, Optional<String> decisionId) {

    /** The edge in a row of a version. */
    public static ParentEdge of(JsonObject row) {
        return new ParentEdge(
                new VersionId(row.text("versionId")),
                row.text("opCode"),
                row.flag("masking"),
                row.optionalText("decisionId"));
    }
}
