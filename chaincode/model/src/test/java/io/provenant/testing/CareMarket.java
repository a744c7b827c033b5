package io.provenant.testing;

import static io.provenant.testing.SmallMarket.json;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.consent.ConsentBodies;
import io.provenant.dispatch.Result;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The medical centre of scenario 8.1c: its asset {@code ast-med}, the version {@link #VERSION} bound to the grant
 * {@link #GRANT}, and those who want to use it. Everything came about by commands.
 */
public final class CareMarket {

    public static final String CENTER = "pty-medcenter";
    public static final String LUMEN = "pty-lumen";
    public static final String ORBIT = "pty-orbit";
    public static final String ASSET = "ast-med";
    public static final TestGrant GRANT = new TestGrant(uuid(0xc01), 5);
    public static final String VERSION = uuid(0xa03);
    public static final long START_MS = 1_772_416_800_000L;

    private final SmallMarket market = new SmallMarket()
            .party(CENTER, PartyRole.PROVIDER, PartyRole.CONTROLLER, PartyRole.CONSUMER)
            .party(LUMEN, PartyRole.CONSUMER, PartyRole.PROVIDER)
            .party(ORBIT, PartyRole.CONSUMER, PartyRole.PROVIDER)
            .party("pty-exchange", PartyRole.EXCHANGE)
            .party("pty-cac", PartyRole.REGULATOR)
            .party("pty-assoc", PartyRole.ASSOCIATION)
            .party("pty-verity", PartyRole.ASSESSOR)
            .at(START_MS);
    private int requests;

    /** The market with the version sealed and released. */
    public CareMarket() {
        send(CENTER, Role.CONTROLLER_DPO, "notice:publish", ConsentBodies.notice());
        give(GRANT.body());
        declare(asset(ASSET, CENTER));
        seal(version(VERSION, ASSET, CENTER));
        release(VERSION);
    }

    /** A UUID made of a number. */
    public static String uuid(long number) {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", number);
    }

    /** The market behind it. */
    public SmallMarket market() {
        return market;
    }

    /** An asset of health records. */
    public static JsonObject asset(String assetId, String owner) {
        return json("{\"containsMinors\":false,\"dataCategories\":[\"pd:HealthRecord\"],\"nationalGrade\":\"GENERAL\","
                        + "\"sectorCode\":\"health\",\"sensitiveRoots\":[\"MEDICAL_HEALTH\"],"
                        + "\"sourceKind\":\"INTERNAL\",\"structure\":\"STRUCTURED\"}")
                .with("titleCommit", "1".repeat(64))
                .with("assetId", assetId)
                .with("ownerId", owner);
    }

    /** An original version of such an asset, de-identified and bound to {@link #GRANT}. */
    public static JsonObject version(String versionId, String assetId, String owner) {
        return json("{\"approverIds\":[],\"asOfMs\":1772323200000,\"containsMinors\":false,\"contentAlg\":\"SHA256\","
                        + "\"dataCategories\":[\"pd:HealthRecord\"],\"derivation\":\"ORIGINAL\","
                        + "\"identifiability\":\"DEIDENTIFIED\",\"parents\":[],\"protectionLevel\":\"L1\","
                        + "\"qidClassCodes\":[],\"retainUntilMs\":1803859200000,\"rowCountBand\":\"LT_1M\","
                        + "\"sensitiveRoots\":[\"MEDICAL_HEALTH\"],\"stage\":\"STORE\",\"storageSites\":[],"
                        + "\"versionNo\":1}")
                .with("contentDigest", "2".repeat(64))
                .with("versionId", versionId)
                .with("assetId", assetId)
                .with("ownerId", owner)
                .withObjects("consents", List.of(binding(GRANT.consentId(), 0)));
    }

    /** A version derived from others. */
    public static JsonObject child(String versionId, String assetId, String owner, JsonObject... edges) {
        return version(versionId, assetId, owner)
                .with("derivation", "DERIVED")
                .withObjects("parents", Arrays.asList(edges));
    }

    /** An edge to a parent, without masking. */
    public static JsonObject edge(String parentId) {
        return json("{\"masking\":false,\"opCode\":\"dpv:Analyse\",\"runIndex\":0,"
                        + "\"runOrigin\":\"ledger.example/market-1/pty-exchange/lineage-0\"}")
                .with("versionId", parentId);
    }

    /** A grant at a generation. */
    public static JsonObject binding(String consentId, long generation) {
        return JsonObject.empty().with("consentId", consentId).with("generation", generation);
    }

    /** A request for training a model on these versions, by a party that names itself as the only recipient. */
    public JsonObject request(String consumer, String... versionIds) {
        requests++;
        return wish(consumer, versionIds).with("requestId", uuid(0x4e0_0000L + requests));
    }

    /** The same, without an id. */
    public static JsonObject wish(String consumer, String... versionIds) {
        return json("{\"automatedDecision\":false,\"contextCode\":\"MEDICAL_DIAGNOSIS\",\"deliveryMode\":\"TEE\","
                        + "\"environmentCode\":\"TEE_1\",\"fieldCodes\":[\"age_band\"],\"ops\":[\"dpv:Analyse\"],"
                        + "\"outputForm\":\"MODEL\",\"outputIdentifiability\":\"DEIDENTIFIED\","
                        + "\"purposeCode\":\"pvn:AIModelTraining\",\"recordCount\":5000,\"regimes\":[],"
                        + "\"region\":\"CN\",\"retentionDays\":30,\"reviews\":[],\"roleCode\":\"MODEL_TRAINER\","
                        + "\"scenarioCode\":\"AI_TRAINING\",\"useCount\":1}")
                .with("consumerId", consumer)
                .withTexts("recipientIds", List.of(consumer))
                .withTexts("assetVersionIds", Arrays.stream(versionIds).sorted().toList());
    }

    /** Lumen's request of the scenario. */
    public JsonObject request() {
        return request(LUMEN, VERSION);
    }

    /** Gives a consent. */
    public void give(JsonObject grant) {
        send(grant.text("controllerId"), Role.CONTROLLER_DPO, "consent:give", grant);
    }

    /** Withdraws for a member. */
    public void withdraw(TestGrant grant, int member) {
        send(CENTER, Role.CONTROLLER_DPO, "consent:withdraw", grant.withdrawal(member));
    }

    /** Acknowledges all withdrawals that wait, as if the controller had: the queue ends, a generation begins. */
    public void acknowledge(TestGrant grant) {
        String queue = "REV!" + grant.consentId() + "!";
        List<String> rows = market.state().values().keySet().stream()
                .filter(key -> key.startsWith(queue))
                .toList();
        JsonObject head = market.stored("CNH!" + grant.consentId());
        long generation = head.integer("generation") + 1;
        long oldestMs = market.stored(rows.get(0)).integer("effectiveMs");
        market.put(
                String.format(Locale.ROOT, "CNG!%s!%06d", grant.consentId(), generation),
                JsonObject.empty().with("oldestMs", oldestMs).with("rev", 1).canonical());
        set("CNH!" + grant.consentId(), "generation", new JsonInteger(generation));
        rows.forEach(row -> market.state().values().remove(row));
    }

    /** Declares an asset. */
    public void declare(JsonObject asset) {
        send(asset.text("ownerId"), Role.PROVIDER_OFFICER, "asset:declare", asset);
    }

    /** Seals a version. */
    public void seal(JsonObject version) {
        send(version.text("ownerId"), Role.PROVIDER_OFFICER, "version:seal", version);
    }

    /** The codes with which a version is not sealed; none where it is. */
    public List<String> sealing(JsonObject version) {
        return SmallMarket.codes(market.send(version.text("ownerId"), Role.PROVIDER_OFFICER, "version:seal", version));
    }

    /** Releases a sealed version. */
    public void release(String versionId) {
        JsonObject version = market.stored("AVR!" + versionId);
        JsonObject body = JsonObject.empty().with("versionId", versionId).with("rev", version.integer("rev"));
        send(version.text("ownerId"), Role.PROVIDER_OFFICER, "version:release", body);
    }

    /** Seals and releases a version. */
    public void publish(JsonObject version) {
        seal(version);
        release(version.text("versionId"));
    }

    /** Commits a request. */
    public void ask(JsonObject request) {
        send(request.text("consumerId"), Role.CONSUMER_OFFICER, "usage:request", request);
    }

    /** Commits a request, lets its consumer decide it, and gives the stored decision. */
    public JsonObject decide(JsonObject request) {
        ask(request);
        String id = request.text("requestId");
        send(
                request.text("consumerId"),
                Role.CONSUMER_OFFICER,
                "usage:decide",
                JsonObject.empty().with("requestId", id));
        return market.stored("DEC!" + id);
    }

    /** The codes of the reasons for which a request is refused, each once; none where it is permitted. */
    public List<String> reasons(JsonObject request) {
        return codes(decide(request));
    }

    /** The codes of a decision's reasons, each once, as they stand. */
    public static List<String> codes(JsonObject decision) {
        return decision.objects("reasons").stream()
                .map(reason -> reason.text("reasonCode"))
                .distinct()
                .toList();
    }

    /** A decision's reasons as {@code RULE CODE record}. */
    public static List<String> full(JsonObject decision) {
        return decision.objects("reasons").stream()
                .map(reason -> reason.text("ruleCode") + " " + reason.text("reasonCode")
                        + reason.optionalText("refId").map(id -> " " + id).orElse(""))
                .toList();
    }

    /** The kinds of a decision's duties. */
    public static List<String> duties(JsonObject decision) {
        return decision.objects("duties").stream()
                .map(duty -> duty.text("kind"))
                .toList();
    }

    /** Changes one member of a stored value, as if a command had. */
    public void set(String key, String member, JsonValue value) {
        JsonObject stored = market.stored(key);
        market.put(
                key,
                stored.with(member, value)
                        .with("rev", stored.integer("rev") + 1)
                        .canonical());
    }

    /** Adds a row to a list of a stored value, as if a command had. */
    public void add(String key, String list, JsonObject row) {
        JsonObject stored = market.stored(key);
        List<JsonObject> rows = new ArrayList<>(stored.objects(list));
        rows.add(row);
        market.put(
                key,
                stored.withObjects(list, rows)
                        .with("rev", stored.integer("rev") + 1)
                        .canonical());
    }

    /** Sends a command that must be accepted. */
    public Result.Success send(String party, Role role, String command, JsonObject body) {
        return market.accept(party, role, command, body);
    }
}
