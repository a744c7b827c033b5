package io.provenant.network.standalone.identity;

import io.provenant.ledger.Role;
import io.provenant.network.fabric.MemberSettings;
import java.util.List;

/**
 * One of the three founding organisations.
 *
 * @param name for people, as in {@code exchange}
 * @param colleagues who works there
 */
public record Member(String name, String partyId, String mspId, String domain, List<Colleague> colleagues) {

    /** Copies the colleagues in. */
    public Member {
        colleagues = List.copyOf(colleagues);
    }

    /**
     * Somebody who works there.
     *
     * @param subject the login, as in {@code exchange-officer}
     */
    public record Colleague(String subject, List<Role> roles) {

        /** Copies the roles in. */
        public Colleague {
            roles = List.copyOf(roles);
        }

        private static Colleague of(String subject, Role... roles) {
            return new Colleague(subject, List.of(roles));
        }
    }

    /** As a ledger knows it. */
    public MemberSettings settings() {
        return new MemberSettings(mspId, domain);
    }

    /** The exchange, the regulator and the association. */
    public static List<Member> all() {
        return List.of(exchange(), regulator(), association());
    }

    private static Member exchange() {
        return new Member(
                "exchange",
                "pty-exchange",
                "ExchangeMSP",
                "exchange.example",
                List.of(
                        Colleague.of("exchange-founder", Role.MARKET_FOUNDER),
                        Colleague.of("exchange-admin", Role.ORG_ADMIN),
                        Colleague.of("exchange-officer", Role.EXCHANGE_OFFICER),
                        Colleague.of("exchange-compliance", Role.EXCHANGE_COMPLIANCE),
                        Colleague.of("exchange-gateway", Role.LOG_OPERATOR, Role.HOST_GATEWAY)));
    }

    private static Member regulator() {
        return new Member(
                "regulator",
                "pty-cac",
                "RegulatorMSP",
                "regulator.example",
                List.of(
                        Colleague.of("regulator-founder", Role.MARKET_FOUNDER),
                        Colleague.of("regulator-admin", Role.ORG_ADMIN),
                        Colleague.of("regulator-officer", Role.REGULATOR_OFFICER),
                        Colleague.of("regulator-deputy", Role.REGULATOR_OFFICER),
                        Colleague.of("regulator-gateway", Role.LOG_OPERATOR, Role.HOST_GATEWAY)));
    }

    private static Member association() {
        return new Member(
                "association",
                "pty-assoc",
                "AssociationMSP",
                "association.example",
                List.of(
                        Colleague.of("association-founder", Role.MARKET_FOUNDER),
                        Colleague.of("association-admin", Role.ORG_ADMIN),
                        Colleague.of("association-officer", Role.ASSOCIATION_OFFICER),
                        Colleague.of("association-reviewer", Role.ASSOCIATION_OFFICER),
                        Colleague.of("association-gateway", Role.LOG_OPERATOR, Role.HOST_GATEWAY)));
    }
}
