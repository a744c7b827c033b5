package io.provenant.gateway.index;

import io.provenant.ledger.State;
import java.util.function.BiFunction;

/** Queries on what the ledger holds, answered from the index and never from a peer; each says for which height. */
public interface Index {

    /** The height up to which everything is indexed. */
    AsOf asOf();

    /** The record of this key ({@code TYPE!id}) as it is; a deleted one is not found. */
    Lookup<RecordVersion> record(String key);

    /** All states of this key, newest first; an unknown key gives an empty list. */
    Slice<RecordVersion> history(String key, SliceRequest part);

    /** All records of a type, by key; {@code type} is the three letters that start the key. */
    Slice<RecordVersion> list(String type, SliceRequest part);

    /** The records that stand in this relation, by key. */
    Slice<RecordVersion> related(Relation relation, String id, SliceRequest part);

    /** Every write that concerns the subject, newest first. */
    Slice<AuditRow> audit(AuditSubject subject, SliceRequest part);

    /** A transaction that is in a block. */
    Lookup<TransactionRow> transaction(String txId);

    /**
     * A private document, by the hash that is on the ledger: found where this organisation is a member of the
     * collection, not visible where it is not.
     *
     * @param key {@code PVD!depositor!docKey}
     */
    Lookup<DocumentHash> document(String collection, String key);

    /**
     * Runs the model's rules on the state as the index holds it, one snapshot, for a preview: the very rules that the
     * peers run, at a height that the answer names. Private hashes are there, private values are not.
     */
    <T> T onState(BiFunction<State, AsOf, T> rules);
}
