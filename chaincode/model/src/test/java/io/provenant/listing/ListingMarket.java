package io.provenant.listing;

import static io.provenant.testing.SmallMarket.codes;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The parties and the entry of domain 8.5c: an association lists a data buyer, in its own steps. */
public final class ListingMarket {

    public static final String ENTRY_ID = "0b9e6c52-3d47-4a1f-9c28-6f7a8b5d4e13";
    public static final String ENTRY = "LEN!" + ENTRY_ID;
    public static final String HEAD = "PTL!pty-blackpeak!L";
    public static final String PROPOSER = "proposer0a";
    public static final String COLLEAGUE = "colleague0";
    public static final String REGULATOR = "regulator0";

    final SmallMarket market = new SmallMarket()
            .party("pty-assoc", PartyRole.ASSOCIATION)
            .party("pty-assoc2", PartyRole.ASSOCIATION)
            .party("pty-cac", PartyRole.REGULATOR)
            .party("pty-court", PartyRole.COURT)
            .party("pty-exchange", PartyRole.EXCHANGE)
            .party("pty-blackpeak", PartyRole.CONSUMER);

    ListingMarket() {
        deposit("0".repeat(32));
        deposit("1".repeat(32));
        on("2026-01-05T02:00:00Z");
    }

    /** The private hash of a paper in the association's own collection. */
    void deposit(String docKey) {
        Digest hash = new TestDigests().digest(docKey.getBytes(StandardCharsets.US_ASCII));
        market.state().putPrivateHash("_implicit_org_AssocMSP", "PVD!pty-assoc!" + docKey, hash);
    }

    ListingMarket on(String utc) {
        market.at(Instant.parse(utc).toEpochMilli());
        return this;
    }

    public static JsonObject paper(String docKey, String kindCode) {
        return JsonObject.empty()
                .with("collection", "_implicit_org_AssocMSP")
                .with("depositorId", "pty-assoc")
                .with("docKey", docKey)
                .with("kindCode", kindCode);
    }

    public static JsonObject proposal() {
        return JsonObject.empty()
                .with("entryId", ENTRY_ID)
                .with("issuerId", "pty-assoc")
                .with("partyId", "pty-blackpeak")
                .with("colour", "BLACK")
                .with("listKind", "SELF_REGULATORY")
                .with("severity", "SERIOUS")
                .withTexts("sectorCodes", List.of("health"))
                .with("basisCode", "ASSOCIATION_RULES")
                .withTexts("violationIds", List.of())
                .withTexts("evidenceCommits", List.of("a".repeat(64)))
                .withTexts("measureCodes", List.of("NO_TRADE"))
                .with("effect", "DENY")
                .with("visibility", "PUBLIC")
                .withObjects("documents", List.of(paper("0".repeat(32), "LIST_EVIDENCE")));
    }

    public static JsonObject notice() {
        return JsonObject.empty()
                .with("entryId", ENTRY_ID)
                .with("rev", 1)
                .with("answerDueMs", Instant.parse("2026-01-13T15:59:59.999Z").toEpochMilli())
                .with("serviceMethodCode", "REGISTERED_MAIL")
                .withObjects("documents", List.of(paper("1".repeat(32), "LIST_NOTICE")));
    }

    public static JsonObject publication(String... approverIds) {
        return JsonObject.empty()
                .with("entryId", ENTRY_ID)
                .with("rev", 2)
                .withTexts("approverIds", List.of(approverIds));
    }

    List<String> propose(JsonObject body) {
        return codes(market.send("pty-assoc", PROPOSER, Role.ASSOCIATION_OFFICER, "list:propose", body));
    }

    List<String> notice(JsonObject body) {
        return codes(market.send("pty-assoc", PROPOSER, Role.ASSOCIATION_OFFICER, "list:notice", body));
    }

    List<String> publish(String person, JsonObject body) {
        return codes(market.send("pty-assoc", person, Role.ASSOCIATION_OFFICER, "list:publish", body));
    }

    /** Proposed on 2026-01-05, noticed on 2026-01-06. */
    ListingMarket noticed() {
        market.accept("pty-assoc", PROPOSER, Role.ASSOCIATION_OFFICER, "list:propose", proposal());
        on("2026-01-06T02:00:00Z");
        market.accept("pty-assoc", PROPOSER, Role.ASSOCIATION_OFFICER, "list:notice", notice());
        return on("2026-01-15T02:00:00Z");
    }

    /** The regulator's approval of an exact publication. */
    ListingMarket approvedByRegulator(JsonObject body) {
        return approved("pty-cac", REGULATOR, Role.REGULATOR_OFFICER, body);
    }

    ListingMarket approved(String party, String person, Role role, JsonObject body) {
        market.approved(party, person, role, ENTRY, "list:publish", body);
        return this;
    }
}
