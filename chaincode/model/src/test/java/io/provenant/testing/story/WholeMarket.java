package io.provenant.testing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.anchor.TradeLog;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.consent.ConsentBodies;
import io.provenant.consent.FiveMembers;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.listing.ListingMarket;
import io.provenant.testing.CareMarket;
import io.provenant.testing.DefaultRules;
import io.provenant.testing.SmallMarket;
import java.util.List;

/**
 * The path of the market from its founding to a black list and a log that lied: every command of this version is sent at
 * least once, accepted, by the parties of the scenarios (domain 8).
 */
public final class WholeMarket {

    public static final String CENTER = "pty-medcenter";
    public static final String LUMEN = "pty-lumen";
    public static final String PEAK = "pty-blackpeak";
    public static final String ORBIT = "pty-orbit";
    /** A party that has applied, and one that was verified and not activated yet. */
    public static final List<String> APPLICANTS = List.of("pty-applicant", "pty-verified");

    public static final String CHILD = CareMarket.uuid(0xa04);
    public static final String PERMITTED = CareMarket.uuid(0x501);
    public static final String EXCLUDING = CareMarket.uuid(0x502);
    public static final String REFUSED = CareMarket.uuid(0x503);
    public static final JsonObject PUBLICATION = ListingMarket.publication("pty-cac");
    public static final Actor PUBLISHER = Actor.member("pty-assoc", Role.ASSOCIATION_OFFICER, "colleague0");

    private static final long DAY_MS = 86_400_000;
    private static final Actor PROPOSER = Actor.member("pty-assoc", Role.ASSOCIATION_OFFICER, "proposer0a");
    private static final Actor REGULATOR = Actor.member("pty-cac", Role.REGULATOR_OFFICER, "regulator0");
    private static final Actor COMPLIANCE = Actor.member("pty-exchange", Role.EXCHANGE_COMPLIANCE, "compliance");
    private static final Actor LOG = Actor.member("pty-exchange", Role.LOG_OPERATOR, "operator00");
    private static final String DAYS_OFF = "calendar";

    private final Teller teller = new Teller();
    private final Founding founding = new Founding(teller);

    private WholeMarket() {}

    /** The whole path. */
    public static WholeMarket told() {
        WholeMarket market = beforePublication();
        market.publish();
        market.reportEquivocation();
        market.adoptRules();
        market.attest();
        return market;
    }

    /** The path up to the moment in which the association may publish its entry. */
    public static WholeMarket beforePublication() {
        WholeMarket market = new WholeMarket();
        market.found();
        market.anchor();
        market.sellHealthRecords();
        market.withdraw();
        market.consultOnRules();
        market.proposeAndNotice();
        return market;
    }

    /** What was sent, and the state. */
    public Teller teller() {
        return teller;
    }

    private void found() {
        founding.found();
        founding.admitHosted(
                CENTER,
                "12440300MA5EXAMP4X",
                List.of(PartyRole.CONTROLLER, PartyRole.PROVIDER),
                Role.CONTROLLER_DPO,
                Role.PROVIDER_OFFICER,
                Role.ORG_ADMIN);
        founding.admitHosted(
                LUMEN,
                "91440300MA5EXAMP5X",
                List.of(PartyRole.CONSUMER, PartyRole.PROVIDER),
                Role.CONSUMER_OFFICER,
                Role.PROVIDER_OFFICER,
                Role.ORG_ADMIN);
        founding.admitHosted(
                PEAK, "91440300MA5EXAMP6X", List.of(PartyRole.CONSUMER), Role.CONSUMER_OFFICER, Role.ORG_ADMIN);
        founding.admitMember(ORBIT, "91440300MA5EXAMP7X", PartyRole.CONSUMER, PartyRole.PROVIDER);
        List<PartyRole> roles = List.of(PartyRole.CONSUMER);
        founding.applyHosted(APPLICANTS.get(0), "91440300MA5EXAMP8X", roles, Role.ORG_ADMIN);
        founding.applyHosted(APPLICANTS.get(1), "91440300MA5EXAMP9X", roles, Role.ORG_ADMIN);
        founding.verify(APPLICANTS.get(1), roles);
    }

    private void anchor() {
        JsonObject opening = TradeLog.opening();
        assertThat(teller.attempt(LOG, "log:open", opening)).containsExactly("APPROVALS_MISSING");
        teller.approve(REGULATOR, "log:open", opening);
        teller.tell(LOG, "log:open", opening);
        teller.tell(LOG, "log:advance", TradeLog.honest(3).advance(0).with("headRow", true));
        teller.tell(LOG, "log:advance", TradeLog.honest(7).advance(3));
        assertThat(teller.attempt(LOG, "log:advance", TradeLog.forked(9, 2).advance(7)))
                .containsExactly("CONSISTENCY_INVALID");
    }

    private void sellHealthRecords() {
        Actor center = hosted(CENTER);
        teller.tell(center, "notice:publish", ConsentBodies.notice());
        teller.tell(center, "consent:give", ConsentBodies.grant());
        teller.tell(center, "asset:declare", CareMarket.asset(CareMarket.ASSET, CENTER));
        JsonObject bound = CareMarket.binding(FiveMembers.CONSENT_ID, 0);
        JsonObject original = CareMarket.version(CareMarket.VERSION, CareMarket.ASSET, CENTER)
                .withObjects("consents", List.of(bound));
        JsonObject child = CareMarket.child(
                        CHILD,
                        CareMarket.ASSET,
                        CENTER,
                        CareMarket.edge(CareMarket.VERSION).with("masking", true))
                .withObjects("consents", List.of(bound))
                .with("versionNo", 2);
        seal(center, original);
        seal(center, child);
        assertThat(decide(hosted(LUMEN), request(PERMITTED, LUMEN, CHILD))).isEqualTo("PERMIT");
    }

    private void withdraw() {
        Actor anybody = Actor.member(ORBIT, Role.ORG_ADMIN, "admin00000");
        teller.later(60_000).tell(anybody, "consent:withdraw", FiveMembers.withdrawal(3));
        assertThat(teller.tell(anybody, "consent:withdraw", FiveMembers.withdrawal(3))
                        .writes())
                .isEmpty();
        assertThat(decide(hosted(LUMEN), request(EXCLUDING, LUMEN, CHILD))).isEqualTo("PERMIT");
    }

    private void proposeAndNotice() {
        teller.deposit(PROPOSER, "0".repeat(32), "LIST_EVIDENCE");
        teller.deposit(PROPOSER, "1".repeat(32), "LIST_NOTICE");
        teller.tell(PROPOSER, "list:propose", ListingMarket.proposal());
        JsonObject notice = ListingMarket.notice().with("answerDueMs", teller.nowMs() + 8 * DAY_MS);
        teller.tell(PROPOSER, "list:notice", notice);
        assertThat(teller.attempt(PUBLISHER, "list:publish", PUBLICATION))
                .containsExactly("APPROVALS_MISSING", "NOTICE_PERIOD_OPEN");
        teller.later(9 * DAY_MS).approve(REGULATOR, "list:publish", PUBLICATION);
    }

    private void publish() {
        teller.tell(PUBLISHER, "list:publish", PUBLICATION);
        assertThat(decide(hosted(PEAK), request(REFUSED, PEAK, CHILD))).isEqualTo("DENY");
    }

    private void reportEquivocation() {
        JsonObject evidence = JsonObject.empty()
                .with("kind", "ROOT")
                .with("origin", TradeLog.ORIGIN)
                .with("first", TradeLog.honest(7).signed())
                .with("second", TradeLog.forked(7, 6).signed());
        teller.tell(PUBLISHER, "log:reportEquivocation", JsonObject.of("evidence", evidence));
    }

    private void consultOnRules() {
        JsonObject hashes = teller.stored("RUL!" + Founding.RULE_SET).object("sections");
        JsonObject changed = founding.addSections(
                COMPLIANCE, JsonObject.of(DAYS_OFF, DefaultRules.sections().value(DAYS_OFF)));
        JsonObject next = Founding.ruleSet("rs-cn-2026-2", 2, hashes.withAll(changed));
        teller.tell(COMPLIANCE, "rules:consult", next);
    }

    /** The body that adopts the rule set under consultation. */
    public JsonObject adoption() {
        return JsonObject.empty()
                .with("ruleSetId", "rs-cn-2026-2")
                .with("rev", 1)
                .with("inForceFromMs", teller.nowMs() + 40 * DAY_MS)
                .withTexts("approverIds", Founding.FOUNDERS);
    }

    private void adoptRules() {
        teller.later(31 * DAY_MS);
        JsonObject adoption = adoption();
        teller.approve(REGULATOR, "rules:adopt", adoption);
        teller.approve(PROPOSER, "rules:adopt", adoption);
        teller.approve(Actor.member("pty-exchange", Role.EXCHANGE_COMPLIANCE, "colleague1"), "rules:adopt", adoption);
        teller.tell(COMPLIANCE, "rules:adopt", adoption);
    }

    private void attest() {
        teller.tell(REGULATOR, "market:tick", JsonObject.empty());
        JsonArray keys = SmallMarket.texts("EQV!" + TradeLog.ORIGIN, "LHD!" + TradeLog.ORIGIN, "PTL!" + PEAK + "!L");
        teller.tell(REGULATOR, "attest", JsonObject.of("keys", keys));
        teller.tell(REGULATOR, "ledger:describe", JsonObject.empty());
    }

    private void seal(Actor owner, JsonObject version) {
        teller.tell(owner, "version:seal", version);
        JsonObject release =
                JsonObject.empty().with("versionId", version.text("versionId")).with("rev", 1);
        teller.tell(owner, "version:release", release);
    }

    private String decide(Actor consumer, JsonObject request) {
        teller.tell(consumer, "usage:request", request);
        String id = request.text("requestId");
        teller.tell(consumer, "usage:decide", JsonObject.empty().with("requestId", id));
        return teller.stored("DEC!" + id).text("outcome");
    }

    private static JsonObject request(String id, String consumer, String version) {
        return CareMarket.wish(consumer, version).with("requestId", id);
    }

    private static Actor hosted(String party) {
        return Actor.hosted(party, "pty-exchange");
    }
}
