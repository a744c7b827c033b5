package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.ledger.Role;
import io.provenant.network.testing.Actor;
import io.provenant.testing.CareMarket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A market with data and buyers for races, and the commands of a race. */
public final class RacingMarket {

    private static final List<String> BUYER_KEYS = List.of("consumer.officer", "org.admin");
    private static final Duration NOTICE = Duration.ofSeconds(2);

    private final LiveMarket market;
    private final Founders founders;
    private final Admission admission;
    private final Map<String, PartySigner> signers = new ConcurrentHashMap<>();
    private final AtomicInteger parties = new AtomicInteger();
    private final JsonObject evidence;
    private final JsonObject notice;
    private volatile long answersDueMs;

    public RacingMarket(LiveMarket market, Path keys) {
        this.market = market;
        this.founders = new Founders(market);
        this.admission = new Admission(market, founders, founders.found(Duration.ZERO), keys);
        Papers papers = new Papers(market, founders);
        this.evidence = papers.deposit(Founders.ASSOCIATION, proposer(), "LIST_EVIDENCE");
        this.notice = papers.deposit(Founders.ASSOCIATION, proposer(), "LIST_NOTICE");
        signers.put(
                CareData.CENTER,
                admission.admit(
                        CareData.CENTER,
                        parties.incrementAndGet(),
                        List.of("CONTROLLER", "PROVIDER"),
                        List.of("controller.app", "controller.dpo", "org.admin", "provider.officer")));
    }

    public void admitBuyer(String buyer) {
        signers.put(buyer, admission.admit(buyer, parties.incrementAndGet(), List.of("CONSUMER"), BUYER_KEYS));
    }

    public void publish(CareData data) {
        data.publish(market, founders, signer(CareData.CENTER));
    }

    /** Everything that a publication needs but the publication itself; the answer is due in a moment. */
    void prepareListing(String buyer) {
        market.accept(Call.of(proposer(), "list:propose", proposal(buyer)));
        answersDueMs = System.currentTimeMillis() + NOTICE.toMillis();
        JsonObject served = JsonObject.empty()
                .with("entryId", entryId(buyer))
                .with("rev", 1)
                .with("answerDueMs", answersDueMs)
                .with("serviceMethodCode", "ELECTRONIC")
                .withObjects("documents", List.of(notice));
        market.accept(Call.of(proposer(), "list:notice", served));
        Actor regulator = founders.actor(Founders.REGULATOR, Role.REGULATOR_OFFICER, "regulator0");
        market.accept(LiveMarket.approval(regulator, publication(buyer)));
    }

    /** Returns when the last notice has run out. */
    void awaitAnswers() {
        Awaitility.await().until(() -> System.currentTimeMillis() > answersDueMs);
    }

    public Call request(Race race, String requestId) {
        JsonObject wish = CareMarket.wish(race.buyer(), race.version()).with("requestId", requestId);
        return Call.of(founders.carrier(), "usage:request", wish).signedBy(signer(race.buyer()));
    }

    public Call decision(Race race, String requestId) {
        return Call.of(founders.carrier(), "usage:decide", JsonObject.empty().with("requestId", requestId))
                .signedBy(signer(race.buyer()));
    }

    /** The withdrawal of one person, through the gateway of an organisation that has nothing to do with the data. */
    Call withdrawal(Race race) {
        Actor anybody = founders.actor(Founders.ASSOCIATION, Role.LOG_OPERATOR, "gateway000");
        return Call.of(anybody, "consent:withdraw", race.data().people().withdrawal(race.wave()));
    }

    Call publication(String buyer) {
        JsonObject body = JsonObject.empty()
                .with("entryId", entryId(buyer))
                .with("rev", 2)
                .withTexts("approverIds", List.of(Founders.REGULATOR));
        return Call.of(
                founders.actor(Founders.ASSOCIATION, Role.ASSOCIATION_OFFICER, "publisher0"), "list:publish", body);
    }

    private JsonObject proposal(String buyer) {
        return JsonObject.empty()
                .with("entryId", entryId(buyer))
                .with("issuerId", Founders.ASSOCIATION)
                .with("partyId", buyer)
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
                .withObjects("documents", List.of(evidence));
    }

    private static String entryId(String buyer) {
        return CareMarket.uuid(0x3_0000_0000L + Integer.parseInt(buyer.substring(buyer.lastIndexOf('-') + 1)));
    }

    private PartySigner signer(String party) {
        return Objects.requireNonNull(signers.get(party), party);
    }

    private Actor proposer() {
        return founders.actor(Founders.ASSOCIATION, Role.ASSOCIATION_OFFICER, "proposer00");
    }
}
