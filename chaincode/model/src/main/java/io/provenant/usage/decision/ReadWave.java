package io.provenant.usage.decision;

import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads that are known at one moment, performed with keys ascending (domain 3a.4): first what is known before a rule,
 * then what these values name, and so on. Afterwards the rule reads the same keys from the ledger again, for nothing.
 */
final class ReadWave {

    private final SortedMap<String, Consumer<Ledger>> reads = new TreeMap<>();

    /** Adds a key. */
    ReadWave key(Key<?> key) {
        reads.put(key.text(), ledger -> ledger.get(key));
        return this;
    }

    /** Adds some keys. */
    ReadWave keys(Collection<? extends Key<?>> keys) {
        keys.forEach(this::key);
        return this;
    }

    /** Adds a scan, which stands where its first key would. */
    ReadWave scan(EntryType<?> type, List<String> prefix, int atMost) {
        String from = type.key(prefix.toArray(String[]::new)).text() + Key.SEPARATOR;
        reads.put(from, ledger -> ledger.scan(type, prefix, atMost));
        return this;
    }

    /** Reads all of it. */
    void read(Ledger ledger) {
        reads.values().forEach(read -> read.accept(ledger));
    }
}
