package io.provenant.testing.story;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.ModelVersion;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.ruleset.Section;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Three organisations found the market; others apply, are verified and activated (domain 3a.6, 4.1). */
final class Founding {

    static final String RULE_SET = "rs-cn-2026-1";
    static final List<String> FOUNDERS = List.of("pty-assoc", "pty-cac", "pty-exchange");

    private static final List<String> REGIMES = List.of("CN_CSL", "CN_DSL", "CN_PIPL");
    private static final Actor OFFICER = Actor.member("pty-exchange", Role.EXCHANGE_OFFICER, "officer000");
    private static final Actor ASSOCIATION = Actor.member("pty-assoc", Role.ASSOCIATION_OFFICER, "approver00");

    private final Teller teller;
    private int papers;

    Founding(Teller teller) {
        this.teller = teller;
    }

    void found() {
        Actor founder = Actor.member("pty-exchange", Role.MARKET_FOUNDER, "founder000");
        JsonObject ruleSet = ruleSet(RULE_SET, 1, addSections(founder, DefaultRules.sections()));
        JsonObject body = JsonObject.empty()
                .with("channel", SmallMarket.CHANNEL)
                .withTexts("regimes", REGIMES)
                .withObjects(
                        "founders",
                        List.of(
                                founder("pty-assoc", "51440300MA5EXAMP1X", PartyRole.ASSOCIATION),
                                founder("pty-cac", "11440300MA5EXAMP2X", PartyRole.REGULATOR)
                                        .with("regulatorDomain", "CYBERSPACE"),
                                founder("pty-exchange", "91440300MA5EXAMP3X", PartyRole.EXCHANGE)))
                .with("ruleSet", ruleSet)
                .withTexts("approverIds", FOUNDERS);
        for (String party : FOUNDERS) {
            teller.approve(Actor.member(party, Role.MARKET_FOUNDER, "founder000"), "market:found", body);
        }
        teller.tell(SmallMarket.FOUNDED_TX, founder, "market:found", body);
    }

    /** Stores sections and gives their hashes by name. */
    JsonObject addSections(Actor actor, JsonObject sections) {
        JsonObject hashes = JsonObject.empty();
        for (Map.Entry<String, JsonValue> section : sections.entries()) {
            Digest hash = new TestDigests()
                    .digest(Section.of(section.getKey(), section.getValue())
                            .json()
                            .canonicalBytes());
            hashes = hashes.with(section.getKey(), hash.hex());
            teller.tell(
                    actor,
                    "rules:addSection",
                    JsonObject.empty()
                            .with("name", section.getKey())
                            .with("value", section.getValue())
                            .with("sectionHash", hash.hex()));
        }
        return hashes;
    }

    static JsonObject ruleSet(String id, int versionNo, JsonObject hashes) {
        return JsonObject.empty()
                .with("ruleSetId", id)
                .with("kind", "MARKET")
                .withTexts("regimes", REGIMES)
                .with("versionNo", versionNo)
                .with("sections", hashes)
                .with("glossaryHash", "9".repeat(64))
                .with("modelVersion", ModelVersion.CURRENT);
    }

    /** A party without an MSP, which the exchange hosts. */
    void admitHosted(String party, String uscc, List<PartyRole> roles, Role... keyRoles) {
        applyHosted(party, uscc, roles, keyRoles);
        verify(party, roles);
        activate(party);
    }

    /** A party that has only applied. */
    void applyHosted(String party, String uscc, List<PartyRole> roles, Role... keyRoles) {
        JsonObject application = party(party, uscc, "HOSTED", roles)
                .with("hostId", "pty-exchange")
                .withTexts("mspIds", List.of())
                .withObjects("keys", List.of(Actor.key(party, keyRoles)));
        teller.tell(Actor.hosted(party, "pty-exchange"), "party:apply", application);
    }

    /** A party with an MSP of its own. */
    void admitMember(String party, String uscc, PartyRole... roles) {
        teller.tell(
                Actor.member(party, Role.ORG_ADMIN, "admin00000"),
                "party:apply",
                member(party, uscc, Arrays.asList(roles)));
        verify(party, Arrays.asList(roles));
        activate(party);
    }

    /** Looks at an applicant's papers. */
    void verify(String party, List<PartyRole> roles) {
        papers++;
        JsonObject paper = teller.deposit(OFFICER, Integer.toString(papers).repeat(32), "QUALIFICATION");
        JsonObject verification = JsonObject.empty()
                .with("partyId", party)
                .with("rev", 1)
                .withTexts("roles", names(roles))
                .with("recipientClassCode", "ENTERPRISE")
                .withObjects("documents", List.of(paper));
        teller.tell(OFFICER, "party:verify", verification);
    }

    private void activate(String party) {
        JsonObject activation =
                JsonObject.empty().with("partyId", party).with("rev", 2).withTexts("approverIds", List.of("pty-assoc"));
        teller.approve(ASSOCIATION, "party:activate", activation);
        teller.tell(OFFICER, "party:activate", activation);
    }

    private static JsonObject founder(String party, String uscc, PartyRole role) {
        return member(party, uscc, List.of(role));
    }

    private static JsonObject member(String party, String uscc, List<PartyRole> roles) {
        return party(party, uscc, "MEMBER", roles)
                .withTexts("mspIds", List.of(SmallMarket.mspId(party)))
                .withObjects("keys", List.of());
    }

    private static JsonObject party(String party, String uscc, String kind, List<PartyRole> roles) {
        return JsonObject.empty()
                .with("partyId", party)
                .with("kind", kind)
                .with("legalNameCommit", "8".repeat(64))
                .with("uscc", uscc)
                .withTexts("roles", names(roles))
                .with("countryRegion", "CN")
                .with("sizeClass", "L")
                .with("piSubjectsBand", "LT_100K")
                .with("criticalInfrastructure", false)
                .with("foreignListing", false)
                .with("recipientClassCode", "INSTITUTION");
    }

    private static List<String> names(List<PartyRole> roles) {
        return roles.stream().map(Enum::name).sorted().toList();
    }
}
