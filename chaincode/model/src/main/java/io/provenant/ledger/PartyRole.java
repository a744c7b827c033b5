package io.provenant.ledger;

/** What a party is in the market (domain 3.5). */
public enum PartyRole {
    PROVIDER,
    CONSUMER,
    CONTROLLER,
    PROCESSOR,
    EXCHANGE,
    REGISTRY,
    BROKER,
    DELIVERY_SERVICE,
    ASSESSOR,
    CERTIFIER,
    ASSOCIATION,
    REGULATOR,
    PUBLIC_BODY,
    TRUSTEE,
    SDK_PROVIDER,
    SUBJECT_AGENT,
    PROCURATORATE,
    COURT,
    OVERSEAS_RECIPIENT;

    /** INV-P9: such parties are members with an MSP of their own, so no host stands between them and the ledger. */
    public boolean isAuthority() {
        return switch (this) {
            case EXCHANGE, REGULATOR, ASSOCIATION, COURT, PROCURATORATE, REGISTRY -> true;
            default -> false;
        };
    }

    /** True if the role has force only while a regulator's accreditation of the party is (domain 3.5). */
    public boolean needsAccreditation() {
        return switch (this) {
            case ASSESSOR, CERTIFIER, SUBJECT_AGENT, TRUSTEE -> true;
            default -> false;
        };
    }
}
