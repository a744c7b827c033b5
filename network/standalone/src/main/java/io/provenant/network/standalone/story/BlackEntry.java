package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import java.util.List;

/**
 * Chapter: the association lists a buyer. Notice first, another person and another party's approval, and from the block
 * of the publication on the buyer is refused.
 */
final class BlackEntry {

    private static final String PROPOSER = "association-officer";
    private static final String PUBLISHER = "association-reviewer";

    private final Stage stage;
    private final Papers papers;

    BlackEntry(Stage stage, Papers papers) {
        this.stage = stage;
        this.papers = papers;
    }

    /** Tells it; gives the id of the entry. */
    String tell(HealthData.Published data, PartySigner buyer) {
        stage.narrator().chapter("The association puts a buyer on its black list");
        String entryId = Stage.uuid();
        stage.send(PROPOSER, "list:propose", proposal(entryId, buyer.partyId()));
        stage.narrator().held("%s proposed by %s, with evidence that stays private", buyer.partyId(), PROPOSER);
        stage.gatewayOf(PUBLISHER)
                .command(PUBLISHER, "list:publish", publication(entryId, 1))
                .refused("publication without notice", "STATE_ILLEGAL");
        JsonObject notice = JsonObject.empty()
                .with("entryId", entryId)
                .with("rev", 1)
                .with("answerDueMs", stage.now() + 1000)
                .with("serviceMethodCode", "ELECTRONIC")
                .withObjects("documents", List.of(paper("LIST_NOTICE")));
        stage.send(PROPOSER, "list:notice", notice);
        stage.narrator().held("notice served; here an answer is due at once, by default after five working days");
        stage.awaitTime(notice.integer("answerDueMs"));
        JsonObject publication = publication(entryId, 2);
        stage.approve("regulator-officer", "list:publish", publication);
        stage.gatewayOf(PROPOSER)
                .command(PROPOSER, "list:publish", publication)
                .refused("publication by the proposer", "FOUR_EYES");
        stage.send(PUBLISHER, "list:publish", publication);
        stage.narrator()
                .held("published by %s with the regulator's approval; the proposer himself could not", PUBLISHER);
        Uses uses = new Uses(stage);
        uses.denied(
                uses.ask(buyer, uses.training(buyer, data.deidentified())), "pty-blackpeak asks again", "LIST_BLACK");
        return entryId;
    }

    private JsonObject proposal(String entryId, String partyId) {
        return JsonObject.empty()
                .with("entryId", entryId)
                .with("issuerId", "pty-assoc")
                .with("partyId", partyId)
                .with("colour", "BLACK")
                .with("listKind", "SELF_REGULATORY")
                .with("severity", "SERIOUS")
                .withTexts("sectorCodes", List.of("health"))
                .with("basisCode", "ASSOCIATION_RULES")
                .withTexts("violationIds", List.of())
                .withTexts("evidenceCommits", List.of(stage.commitment("Evidence", "what was found")))
                .withTexts("measureCodes", List.of("NO_TRADE"))
                .with("effect", "DENY")
                .with("visibility", "PUBLIC")
                .withObjects("documents", List.of(paper("LIST_EVIDENCE")));
    }

    private JsonObject paper(String kindCode) {
        return papers.deposit(PROPOSER, "AssociationMSP", "pty-assoc", kindCode);
    }

    private static JsonObject publication(String entryId, long rev) {
        return JsonObject.empty()
                .with("entryId", entryId)
                .with("rev", rev)
                .withTexts("approverIds", List.of("pty-cac"));
    }
}
