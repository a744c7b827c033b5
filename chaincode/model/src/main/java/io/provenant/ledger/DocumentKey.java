package io.provenant.ledger;

/** A private document: {@code PVD!<depositor>!<docKey>} in a collection (domain 3.8). */
public record DocumentKey(String collection, PartyId depositorId, String docKey) {

    /** The key inside the collection. */
    public String text() {
        return "PVD!" + depositorId.value() + "!" + docKey;
    }
}
