package io.provenant.command;

import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import java.util.List;

/**
 * One step of a record's state machine, as data: it drives the check, the table tests and the documentation.
 *
 * @param type the record that changes its state
 * @param from the states it may be in; empty: it must not exist
 * @param to the state afterwards; empty for a record without states
 */
public record Step(EntryType<?> type, List<String> from, String to) {

    /** Copies the states in. */
    public Step {
        from = List.copyOf(from);
    }

    /** A record that comes into being in this state. */
    public static Step create(EntryType<?> type, String to) {
        return new Step(type, List.of(), to);
    }

    /** A record that goes from one of some states to another. */
    public static Step move(EntryType<?> type, List<String> from, String to) {
        return new Step(type, from, to);
    }

    /** True if the record may take this step. */
    public boolean allows(Entry entry) {
        return entry.state().filter(from::contains).isPresent();
    }
}
