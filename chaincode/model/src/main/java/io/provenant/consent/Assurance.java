package io.provenant.consent;

/** Whose word a grant is, weakest first; anything above CLAIMED is the word of somebody else (INV-C15). */
public enum Assurance {
    /** The controller says so. */
    CLAIMED,
    /** A party that carries commands signed it. */
    HOST_ATTESTED,
    /** An accredited subject's agent signed it. */
    AGENT_ATTESTED,
    /** The subject signed it, and an accredited agent with it. */
    SUBJECT_SIGNED
}
