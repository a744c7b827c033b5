package io.provenant.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What somebody acts as (domain 3.5): {@code pvn.role} of a certificate, {@code roles[]} of a hosted party's key. */
public enum Role {
    MARKET_FOUNDER("market.founder"),
    ORG_ADMIN("org.admin"),
    HOST_GATEWAY("host.gateway"),
    EXCHANGE_OFFICER("exchange.officer", PartyRole.EXCHANGE),
    EXCHANGE_COMPLIANCE("exchange.compliance", PartyRole.EXCHANGE),
    REGISTRY_OFFICER("registry.officer", PartyRole.REGISTRY),
    PROVIDER_OFFICER("provider.officer", PartyRole.PROVIDER, PartyRole.CONTROLLER),
    CONSUMER_OFFICER("consumer.officer", PartyRole.CONSUMER),
    CONTROLLER_DPO("controller.dpo", PartyRole.CONTROLLER),
    CONTROLLER_APP("controller.app", PartyRole.CONTROLLER),
    SUBJECT_AGENT("subject.agent", PartyRole.SUBJECT_AGENT),
    DELIVERY_OFFICER("delivery.officer", PartyRole.DELIVERY_SERVICE, PartyRole.PROVIDER),
    LOG_OPERATOR("log.operator"),
    ASSOCIATION_OFFICER("association.officer", PartyRole.ASSOCIATION),
    REGULATOR_OFFICER("regulator.officer", PartyRole.REGULATOR),
    ASSESSOR_OFFICER("assessor.officer", PartyRole.ASSESSOR),
    CERTIFIER_OFFICER("certifier.officer", PartyRole.CERTIFIER),
    INSPECTOR("inspector", PartyRole.REGULATOR, PartyRole.ASSOCIATION),
    TRUSTEE_OFFICER("trustee.officer", PartyRole.TRUSTEE),
    COURT_CLERK("court.clerk", PartyRole.COURT, PartyRole.PROCURATORATE);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // filled by List.of
    private final List<PartyRole> needed;

    Role(String code, PartyRole... needed) {
        this.code = code;
        this.needed = List.of(needed);
    }

    /** The role of this code, or nothing. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /** The role as it stands in certificates, keys and records. */
    public String code() {
        return code;
    }

    /** The party roles of which the acting party holds at least one; empty: any. */
    public List<PartyRole> neededPartyRoles() {
        return needed;
    }
}
