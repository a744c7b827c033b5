package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** Points from a screen and a purpose to its grant: one screen asks for a purpose once (INV-C3). */
public record ConsentOfScreen(JsonObject json) implements Entry {

    /** {@code CNI!interactionId!purposeCode}. */
    public static final EntryType<ConsentOfScreen> TYPE = EntryType.row("CNI", "ConsentOfScreen", ConsentOfScreen::new);

    /** The key of a purpose on a screen. */
    public static Key<ConsentOfScreen> key(String interactionId, String purposeCode) {
        return TYPE.key(interactionId, purposeCode);
    }
}
