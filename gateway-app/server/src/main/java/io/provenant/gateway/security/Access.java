package io.provenant.gateway.security;

import io.provenant.ledger.Role;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may do at this gateway what no command of the ledger covers: bodies of records and data about persons never leave
 * the organisation but through these. Nobody learns here whether what he may not see exists.
 */
public enum Access {
    /** Hand records and lineage events to a log. */
    TAKE_IN(false, Role.LOG_OPERATOR),
    /** Read bodies of log records, receipts with them. */
    READ_RECORDS(
            true,
            Role.LOG_OPERATOR,
            Role.EXCHANGE_OFFICER,
            Role.EXCHANGE_COMPLIANCE,
            Role.REGULATOR_OFFICER,
            Role.ASSOCIATION_OFFICER,
            Role.INSPECTOR),
    /** Build consent sets, and read the receipts of persons. */
    CONSENT_SETS(true, Role.HOST_GATEWAY, Role.CONTROLLER_DPO, Role.CONTROLLER_APP),
    /** Learn why a log does not do all its work: causes name files of the gateway. */
    LOOK_AFTER_LOGS(false, Role.LOG_OPERATOR, Role.ORG_ADMIN),
    /** Look after the gateway itself. */
    ADMINISTER(false, Role.ORG_ADMIN);

    @SuppressWarnings("ImmutableEnumChecker") // filled by List.of
    private final List<Role> roles;

    private final boolean concernsReading;

    Access(boolean concernsReading, Role... roles) {
        this.concernsReading = concernsReading;
        this.roles = List.of(roles);
    }

    /** Whether a person has one of the roles. */
    public boolean isGiven(Person person) {
        return person.roles().stream().anyMatch(roles::contains);
    }

    /** Refuses a person without one of the roles; gives the first one that allows it. */
    public Role require(Person person) {
        return person.roles().stream().filter(roles::contains).findFirst().orElseThrow(() -> {
            String needed = roles.stream().map(Role::code).collect(Collectors.joining(", "));
            return new AccessRefusedException("this needs one of the roles " + needed, concernsReading);
        });
    }
}
