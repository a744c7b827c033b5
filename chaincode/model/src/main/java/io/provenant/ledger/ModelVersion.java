package io.provenant.ledger;

/** The version of the rules' code (domain 3a.5): in rule sets, decisions and attestations. */
public final class ModelVersion {

    /** Raised when any answer could change; a replay refuses decisions of another one. */
    public static final int CURRENT = 1;

    private ModelVersion() {}
}
