package io.provenant.ledger;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import java.util.List;
import java.util.Optional;

/** One recorded read, in the forms of domain 3a.4; replay feeds them back. */
public sealed interface Read {

    /** The form that a decision stores. */
    JsonObject json();

    /** The keys that this read touched, as they stand in the world state. */
    List<String> keys();

    /** A key and the revision found, or its absence. */
    record Value(String key, Optional<Long> rev) implements Read {
        @Override
        public JsonObject json() {
            JsonObject read = JsonObject.empty().with("key", key);
            return rev.map(found -> read.with("rev", found)).orElseGet(() -> read.with("absent", true));
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /** A range, {@code from} inclusive, {@code to} exclusive, with the rows it held. */
    record Range(String from, String to, int atMost, List<Value> rows, boolean more) implements Read {
        /** Copies the rows in. */
        public Range {
            rows = List.copyOf(rows);
        }

        @Override
        public JsonObject json() {
            return JsonObject.empty()
                    .with("from", from)
                    .with("to", to)
                    .with("atMost", atMost)
                    .withObjects("rows", rows.stream().map(Value::json).toList())
                    .with("more", more);
        }

        @Override
        public List<String> keys() {
            return rows.stream().map(Value::key).toList();
        }
    }

    /** The hash of a private document, or its absence. */
    record PrivateHash(DocumentKey document, Optional<Digest> hash) implements Read {
        @Override
        public JsonObject json() {
            JsonObject read = JsonObject.empty()
                    .with("collection", document.collection())
                    .with("depositorId", document.depositorId().value())
                    .with("docKey", document.docKey());
            return hash.map(found -> read.with("hash", found.hex())).orElseGet(() -> read.with("absent", true));
        }

        @Override
        public List<String> keys() {
            return List.of(document.text());
        }
    }
}
