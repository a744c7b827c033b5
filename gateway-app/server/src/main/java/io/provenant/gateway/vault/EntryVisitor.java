package io.provenant.gateway.vault;

/** Sees what stands in the clear about each record, in order. */
public interface EntryVisitor {

    /** One record. */
    void entry(Entry entry);
}
