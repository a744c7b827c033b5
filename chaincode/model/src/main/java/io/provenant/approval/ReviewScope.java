package io.provenant.approval;

import io.provenant.ledger.Role;

/** What a party is asked to review about a committed request (domain 4.2), and the role that may. */
public enum ReviewScope {
    REVIEW_LIST(Role.EXCHANGE_COMPLIANCE),
    REVIEW_GROUP(Role.EXCHANGE_COMPLIANCE),
    REVIEW_GRADE(Role.REGULATOR_OFFICER),
    CUSTODY(Role.TRUSTEE_OFFICER);

    private final Role role;

    ReviewScope(Role role) {
        this.role = role;
    }

    /** The role that may give this approval. */
    public Role role() {
        return role;
    }
}
