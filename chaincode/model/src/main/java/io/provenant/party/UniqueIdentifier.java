package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import java.util.ArrayList;
import java.util.List;

/** Which party holds a credit code, an LEI or an MSP: one, one party (INV-P5). */
public record UniqueIdentifier(JsonObject json) implements Entry {

    /** {@code UID!kind!value}. */
    public static final EntryType<UniqueIdentifier> TYPE =
            EntryType.row("UID", "UniqueIdentifier", UniqueIdentifier::new);

    private static final String MSP = "msp";

    /** The keys that a party with these fields holds, its MSPs last. */
    public static List<Key<UniqueIdentifier>> keys(JsonObject party) {
        List<Key<UniqueIdentifier>> keys = new ArrayList<>();
        for (String kind : List.of("lei", "uscc")) {
            party.optionalText(kind).ifPresent(code -> keys.add(TYPE.key(kind, code)));
        }
        party.texts("mspIds").forEach(mspId -> keys.add(TYPE.key(MSP, mspId)));
        return keys;
    }

    /** True for the key of an MSP. */
    public static boolean isMsp(Key<UniqueIdentifier> key) {
        return key.id().startsWith(MSP + Key.SEPARATOR);
    }

    /** The own fields of a row that names this party. */
    public static JsonObject fields(PartyId holder) {
        return JsonObject.empty().with("partyId", holder.value());
    }

    /** The party that holds it. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }
}
