package io.provenant.ledger;

import io.provenant.canonical.JsonObject;

/** One key that a command writes, as a value; the common fields are stamped on when it is written. */
public sealed interface Change {

    /** The key as it stands in the world state, or inside its collection. */
    String keyText();

    /** A record that must not exist yet; {@code fields} are its own fields. */
    record Create(Key<?> key, JsonObject fields) implements Change {
        @Override
        public String keyText() {
            return key.text();
        }
    }

    /** A record replaced: {@code fields} are all its own fields, see {@link CommonFields#own}. */
    record Update(Key<?> key, Entry before, JsonObject fields) implements Change {
        @Override
        public String keyText() {
            return key.text();
        }
    }

    /** A record that ends without trace in the state; history stays in the blocks. */
    record Delete(Key<?> key) implements Change {
        @Override
        public String keyText() {
            return key.text();
        }
    }

    /** A private document, written into its collection only. */
    record Deposit(DocumentKey document, String value) implements Change {
        @Override
        public String keyText() {
            return document.text();
        }
    }
}
