package io.provenant.gateway.index;

import java.util.List;

/**
 * One write that concerns the subject of an audit.
 *
 * @param fact docType and new state, as the transaction's event words it, such as {@code Party.ACTIVE}
 * @param changes the record's own fields that differ, by name; for a new record all of them
 */
public record AuditRow(Written written, String key, String docType, String fact, List<FieldChange> changes) {

    /** Copies the changes in. */
    public AuditRow {
        changes = List.copyOf(changes);
    }
}
