package io.provenant.proof.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value of full RFC 8785: any member names, {@code null}, numbers as IEEE 754 doubles. For records that others
 * make; what the ledger makes is of the ledger profile.
 */
public sealed interface FullJson {

    /** An object; its members are sorted by UTF-16 code units (RFC 8785 3.2.3). */
    record Members(SortedMap<String, FullJson> members) implements FullJson {

        /** Copies the members in, sorted. */
        public Members {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /** An array; its order is kept. */
    record Items(List<FullJson> items) implements FullJson {

        /** Copies the items in. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A string, not normalised. */
    record Text(String value) implements FullJson {}

    /** A finite number. */
    record Real(double value) implements FullJson {

        /** Refuses what JSON cannot write. */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a JSON number is finite, not " + value);
            }
        }
    }

    /** One of the three words of JSON. */
    enum Word implements FullJson {
        TRUE,
        FALSE,
        NULL
    }

    /** The canonical text. */
    default String canonical() {
        StringBuilder out = new StringBuilder();
        FullJsonWriter.write(this, out);
        return out.toString();
    }

    /** The canonical text in UTF-8: the bytes that are hashed. */
    default byte[] canonicalBytes() {
        return canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads UTF-8 bytes; {@link io.provenant.canonical.MalformedJsonException} names what breaks a rule. */
    static FullJson parse(byte[] utf8) {
        return FullJsonReader.read(utf8);
    }
}
