package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chapter: hosted parties apply with keys of their own; the exchange verifies their papers, somebody of another
 * organisation approves, and only then they are active.
 */
final class Admission {

    static final String MEDCENTER = "pty-medcenter";
    static final String LUMEN = "pty-lumen";
    static final String SHIELD = "pty-shield";
    static final String BLACKPEAK = "pty-blackpeak";

    private static final String OFFICER = "exchange-officer";
    private static final String CARRIER = "exchange-gateway";

    private final Stage stage;
    private final Papers papers;
    private final Path keys;
    private final Clock clock;
    private final String foundedTx;

    Admission(Stage stage, Papers papers, Path keys, Clock clock, String foundedTx) {
        this.stage = stage;
        this.papers = papers;
        this.keys = keys;
        this.clock = clock;
        this.foundedTx = foundedTx;
    }

    /** Tells it; gives the parties' signers by party id. */
    Map<String, PartySigner> tell() {
        stage.narrator().chapter("Four parties without a node of their own apply, are verified and activated");
        TreeMap<String, PartySigner> signers = new TreeMap<>();
        signers.put(MEDCENTER, admit(medicalCentre(), "INSTITUTION", "a regional medical data centre"));
        signers.put(LUMEN, admit(consumer(LUMEN, "91440300EXAMPLE011"), "ENTERPRISE", "an AI vendor"));
        signers.put(SHIELD, admit(consumer(SHIELD, "91440300EXAMPLE012"), "ENTERPRISE", "an insurer"));
        signers.put(BLACKPEAK, admit(consumer(BLACKPEAK, "91440300EXAMPLE013"), "ENTERPRISE", "a data buyer"));
        return signers;
    }

    private HostedParty medicalCentre() {
        JsonObject fields = PartyFields.of(stage, "L", "CONTROLLER", "PROVIDER")
                .with("uscc", "12440300EXAMPLE010")
                .with("recipientClassCode", "INSTITUTION");
        return hosted(MEDCENTER, List.of("controller.app", "controller.dpo", "org.admin", "provider.officer"), fields);
    }

    private HostedParty consumer(String partyId, String uscc) {
        JsonObject fields =
                PartyFields.of(stage, "M", "CONSUMER").with("uscc", uscc).with("recipientClassCode", "ENTERPRISE");
        return hosted(partyId, List.of("consumer.officer", "org.admin"), fields);
    }

    private HostedParty hosted(String partyId, List<String> roles, JsonObject fields) {
        return HostedParty.create(keys, partyId, roles, fields.with("hostId", "pty-exchange"), clock);
    }

    private PartySigner admit(HostedParty party, String recipientClass, String who) {
        PartySigner signer = party.signer(stage.channel(), foundedTx);
        stage.carry(CARRIER, signer, "party:apply", party.application());
        JsonObject verify = JsonObject.empty()
                .with("partyId", party.partyId())
                .with("rev", 1)
                .withTexts("roles", party.application().texts("roles"))
                .with("recipientClassCode", recipientClass)
                .withObjects(
                        "documents", List.of(papers.deposit(OFFICER, "ExchangeMSP", "pty-exchange", "QUALIFICATION")));
        stage.send(OFFICER, "party:verify", verify);
        JsonObject activate = JsonObject.empty()
                .with("partyId", party.partyId())
                .with("rev", 2)
                .withTexts("approverIds", List.of("pty-assoc"));
        stage.gatewayOf(OFFICER)
                .command(OFFICER, "party:activate", activate)
                .refused("activation without approval", "APPROVALS_MISSING");
        stage.approve("association-officer", "party:activate", activate);
        stage.send(OFFICER, "party:activate", activate);
        stage.narrator().held("%s, %s: applied, verified, approved by the association, active", party.partyId(), who);
        return signer;
    }
}
