package io.provenant.ruleset;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** A named value of a rule set, addressed by the SHA-256 of its canonical bytes (domain 3.9). */
public record Section(JsonObject json) implements Entry {

    /** {@code RUS!sha256}. */
    public static final EntryType<Section> TYPE = EntryType.content("RUS", "Section", Section::new);

    /** The section of this name and value. */
    public static Section of(String name, JsonValue value) {
        return new Section(JsonObject.empty().with("name", name).with("value", value));
    }

    /** The key of the section with this hash. */
    public static Key<Section> key(Digest hash) {
        return TYPE.key(hash.hex());
    }

    /** Its name. */
    public String name() {
        return json.text("name");
    }

    /** Its value. */
    public JsonValue value() {
        return json.value("value");
    }

    @Override
    public long rev() {
        return 1;
    }
}
