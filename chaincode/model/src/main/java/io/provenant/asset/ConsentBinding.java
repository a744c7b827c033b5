package io.provenant.asset;

import io.provenant.canonical.JsonObject;
import io.provenant.consent.ConsentId;

/**
 * A grant that a version rests on, and the generation of withdrawals that the version really excludes.
 *
 * @param generation 0: nobody who withdrew is left out
 */
public record ConsentBinding(ConsentId consentId, long generation) {

    /** The binding in a row of a version. */
    public static ConsentBinding of(JsonObject row) {
        return new ConsentBinding(new ConsentId(row.text("consentId")), row.integer("generation"));
    }
}
