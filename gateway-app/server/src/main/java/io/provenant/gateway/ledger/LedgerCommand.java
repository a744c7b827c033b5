package io.provenant.gateway.ledger;

import io.provenant.canonical.JsonObject;
import java.util.Optional;

/**
 * A command on its way to the ledger (domain 3a.1).
 *
 * @param name {@code noun:verb}
 * @param actor the detached signature of a hosted party, or the commitment of a person
 * @param document the private document of {@code document:deposit}, travelling in the transient map
 * @param reference the sender's own name for this request, kept beside the signed envelope, so that after a crash the
 *     transaction is found by it
 */
public record LedgerCommand(
        String name,
        JsonObject body,
        Optional<JsonObject> actor,
        Optional<String> document,
        Optional<String> reference) {

    /** A command without actor, document and reference. */
    public static LedgerCommand of(String name, JsonObject body) {
        return new LedgerCommand(name, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same command with this actor. */
    public LedgerCommand by(Optional<JsonObject> newActor) {
        return new LedgerCommand(name, body, newActor, document, reference);
    }

    /** The same command with a private document. */
    public LedgerCommand depositing(String newDocument) {
        return new LedgerCommand(name, body, actor, Optional.of(newDocument), reference);
    }

    /** The same command under this reference. */
    public LedgerCommand referredToAs(String newReference) {
        return new LedgerCommand(name, body, actor, document, Optional.of(newReference));
    }
}
