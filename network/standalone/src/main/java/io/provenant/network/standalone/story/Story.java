package io.provenant.network.standalone.story;

import io.provenant.gateway.cli.PartySigner;
import io.provenant.gateway.log.LogKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The whole story: from the founding of a market to the audit of what happened in it. */
public final class Story {

    private final Stage stage;
    private final Props props;

    /**
     * What the story needs besides the gateways.
     *
     * @param folder where it writes keys of hosted parties, receipts and the regulator's trust file
     * @param events a folder of OpenLineage events to take in, if somebody has one
     * @param logKey the key of the trade log, for the chapter in which it is abused
     * @param client a client that can hold an endorsed transaction back
     * @param trust makes the regulator's own trust file for the market of this founding transaction
     */
    public record Props(
            Path folder,
            Optional<Path> events,
            String tradeOrigin,
            String lineageOrigin,
            LogKey logKey,
            HeldTransactions client,
            OfflineTool tool,
            Function<String, Path> trust,
            Clock clock) {}

    /** A story on this stage. */
    public Story(Stage stage, Props props) {
        this.stage = stage;
        this.props = props;
    }

    /** Tells it; {@link StoryException} at the first step that does not hold. */
    public void tell() {
        RuleSections rules = RuleSections.first();
        Papers papers = new Papers(stage);
        String foundedTx = new Founding(stage, rules).tell();
        Path keys = props.folder().resolve("parties");
        Map<String, PartySigner> parties = new Admission(stage, papers, keys, props.clock(), foundedTx).tell();
        long nextRulesFromMs = new NextRules(stage, rules).tell();
        new OpenedLogs(stage).tell();
        PartySigner centre = signer(parties, Admission.MEDCENTER);
        PartySigner vendor = signer(parties, Admission.LUMEN);
        PartySigner buyer = signer(parties, Admission.BLACKPEAK);
        HealthData.Published data = new HealthData(stage, centre, props.lineageOrigin()).tell();
        String decision = new FirstUses(stage).tell(data, vendor, signer(parties, Admission.SHIELD), buyer);
        new Withdrawn(stage, props.client()).tell(data, vendor);
        stage.awaitTime(nextRulesFromMs);
        new BlackEntry(stage, papers).tell(data, buyer);
        new TradingDay(stage, props.tradeOrigin(), props.lineageOrigin()).tell(props.events());
        Path trust = props.trust().apply(foundedTx);
        new StrangersProof(stage, props.tool(), props.folder().resolve("receipts"), props.tradeOrigin()).tell(trust);
        new ForkedLog(stage, props.logKey(), props.tradeOrigin()).tell();
        new AuditTrail(stage).tell(data.deidentified(), buyer.partyId(), props.tradeOrigin(), decision);
    }

    static PartySigner signer(Map<String, PartySigner> parties, String partyId) {
        return Optional.ofNullable(parties.get(partyId)).orElseThrow();
    }
}
