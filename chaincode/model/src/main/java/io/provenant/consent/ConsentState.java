package io.provenant.consent;

/** States of a grant (domain 4.5); expiry and withdrawal are derived, not stored. */
public enum ConsentState {
    GIVEN,
    RENEWED,
    REVOKED,
    INVALIDATED,
    UNKNOWN;

    /** True if the grant itself carries processing. */
    public boolean isValid() {
        return this == GIVEN || this == RENEWED;
    }
}
