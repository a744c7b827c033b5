package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import java.util.List;

/** The market, written once by its founding (domain 3a.6). */
public record Market(JsonObject json) implements Entry {

    /** {@code MKT!founding}. */
    public static final EntryType<Market> TYPE = EntryType.record("MKT", "Market", Market::new);

    /** The only key of this type. */
    public static final Key<Market> KEY = TYPE.key("founding");

    /** The transaction that founded it, 64 hex digits. */
    public String foundedTx() {
        return json.text("foundedTx");
    }

    /** The regimes that every decision judges. */
    public List<String> regimes() {
        return json.texts("regimes");
    }
}
