package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Chapter: a medical centre tells 5,000 people what it will do, records their consent as one root, declares its data and
 * seals two versions of it: the original, and a de-identified one made from it by a run whose event is in the log.
 */
final class HealthData {

    static final int PEOPLE = 5000;
    static final String ASSET = "ast-med";
    static final String CARRIER = "exchange-gateway";

    private static final List<String> CATEGORIES = List.of("pd:HealthRecord");
    private static final List<String> ROOTS = List.of("MEDICAL_HEALTH");

    private final Stage stage;
    private final PartySigner centre;
    private final String lineageOrigin;

    /**
     * What came of it.
     *
     * @param person one of the 5,000, as the centre refers to him
     */
    record Published(String consentId, String person, String original, String deidentified) {}

    HealthData(Stage stage, PartySigner centre, String lineageOrigin) {
        this.stage = stage;
        this.centre = centre;
        this.lineageOrigin = lineageOrigin;
    }

    /** Tells it. */
    Published tell() {
        stage.narrator().chapter("A medical centre publishes a notice, records 5,000 consents and seals its data");
        JsonObject notice = notice();
        stage.carry(CARRIER, centre, "notice:publish", notice);
        stage.narrator().held("notice published: what, why, for whom, how long, and how to say no");
        String people = people();
        JsonObject set = stage.gatewayOf(CARRIER)
                .postCsv(CARRIER, "/consents/sets", people)
                .accepted("the consent set")
                .json();
        stage.narrator()
                .held("consent set of %d people built: salts, keys, tree and receipts stay at the gateway", PEOPLE);
        stage.carry(CARRIER, centre, "consent:give", grant(notice, set));
        stage.narrator()
                .held(
                        "one grant on the ledger for all of them, root %s",
                        set.object("population").text("memberRoot"));
        stage.carry(CARRIER, centre, "asset:declare", asset());
        String consentId = set.text("consentId");
        String original = sealed(version(1, consentId)
                .with("derivation", "ORIGINAL")
                .withObjects("parents", List.of())
                .with("stage", "STORE")
                .with("identifiability", "PSEUDONYMISED"));
        stage.narrator().held("asset declared; version 1 sealed, bound to the consent, released");
        String deidentified = derived(original, consentId);
        stage.narrator().held("version 2, de-identified, derived from it by a run that is a leaf of the lineage log");
        return new Published(consentId, person(0), original, deidentified);
    }

    private JsonObject notice() {
        return JsonObject.empty()
                .with("noticeId", Stage.uuid())
                .with("versionNo", 1)
                .with("controllerId", centre.partyId())
                .with("contentHash", stage.commitment("NoticeText", "the text that was shown"))
                .with("language", "zh-CN")
                .withTexts("deviationCodes", List.of())
                .with("processorNameCommit", stage.commitment("ProcessorName", "as in the notice"))
                .with("contactChannelHash", stage.commitment("Channel", "contact"))
                .with("rightsChannelHash", stage.commitment("Channel", "rights"))
                .with("complaintChannelHash", stage.commitment("Channel", "complaints"))
                .with("authorityId", "pty-cac")
                .withTexts("purposeCodes", List.of("pvn:AIModelTraining"))
                .withTexts("methodCodes", List.of("AUTOMATED"))
                .withTexts("dataCategories", CATEGORIES)
                .with("retentionDays", 365)
                .withTexts("recipientIds", List.of(Admission.BLACKPEAK, Admission.LUMEN))
                .with("necessityAndImpact", true)
                .with("readabilityBp", 7200)
                .with("readabilityMethodCode", "FLESCH")
                .with("effectiveFromMs", stage.now());
    }

    private JsonObject grant(JsonObject notice, JsonObject set) {
        return JsonObject.empty()
                .with("consentId", set.text("consentId"))
                .with("interactionId", Stage.uuid())
                .with("controllerId", centre.partyId())
                .with("noticeId", notice.text("noticeId"))
                .with("noticeVersion", 1)
                .with("noticeHash", notice.text("contentHash"))
                .withAll(scope())
                .withAll(terms())
                .with("population", set.object("population"))
                .with("assurance", "CLAIMED");
    }

    private JsonObject scope() {
        return JsonObject.empty()
                .with("purposeCode", "pvn:AIModelTraining")
                .with("contextCode", "MEDICAL_DIAGNOSIS")
                .withTexts("dataCategories", CATEGORIES)
                .with("sensitiveRoot", "MEDICAL_HEALTH")
                .withTexts("processingOps", List.of("dpv:Analyse", "dpv:Collect", "dpv:Pseudonymise"))
                .with("collectionMethod", "FORM")
                .withTexts("recipientIds", List.of(Admission.BLACKPEAK, Admission.LUMEN))
                .withTexts("storageRegions", List.of("CN"))
                .withTexts("allowedRegions", List.of("CN"))
                .with("retentionDays", 365)
                .with("validUntilMs", stage.now() + Duration.ofDays(300).toMillis());
    }

    private static JsonObject terms() {
        return JsonObject.empty()
                .with("consentKind", "SEPARATE")
                .with("writtenOwnRequest", false)
                .with("conditionality", "NONE")
                .with("separatelyRefusable", true)
                .with("serviceCode", "CARE")
                .with("guardian", false)
                .with("automatedDecision", false)
                .with("inferenceAllowed", false)
                .with("onwardAllowed", false)
                .with("publicationAllowed", false)
                .with("crossBorder", false)
                .with("withdrawalMethodCode", "APP_TOGGLE")
                .with("collectionChannelCode", "APP_SCREEN")
                .with("lawfulBasis", "CN_13_1");
    }

    private JsonObject asset() {
        return JsonObject.empty()
                .with("assetId", ASSET)
                .with("ownerId", centre.partyId())
                .with("titleCommit", stage.commitment("AssetTitle", "laboratory panels"))
                .with("structure", "STRUCTURED")
                .with("sectorCode", "health")
                .with("nationalGrade", "GENERAL")
                .withTexts("dataCategories", CATEGORIES)
                .withTexts("sensitiveRoots", ROOTS)
                .with("containsMinors", false)
                .with("sourceKind", "INTERNAL");
    }

    private JsonObject version(long number, String consentId) {
        return JsonObject.empty()
                .with("versionId", Stage.uuid())
                .with("assetId", ASSET)
                .with("ownerId", centre.partyId())
                .with("versionNo", number)
                .with("contentDigest", stage.commitment("Content", "version " + number))
                .with("contentAlg", "HMAC_SHA256")
                .with("rowCountBand", "LT_10K")
                .withObjects(
                        "consents",
                        List.of(JsonObject.empty().with("consentId", consentId).with("generation", 0)))
                .withTexts("qidClassCodes", List.of())
                .with("protectionLevel", "L1")
                .withTexts("dataCategories", CATEGORIES)
                .withTexts("sensitiveRoots", ROOTS)
                .with("containsMinors", false)
                .with("asOfMs", stage.now())
                .with("retainUntilMs", stage.now() + Duration.ofDays(200).toMillis())
                .withObjects(
                        "storageSites",
                        List.of(JsonObject.empty().with("regionCode", "CN").with("nodeClassCode", "DATA_CENTRE")))
                .withTexts("approverIds", List.of());
    }

    private String derived(String original, String consentId) {
        JsonObject version = version(2, consentId)
                .with("derivation", "DERIVED")
                .with("stage", "PROCESS")
                .with("identifiability", "DEIDENTIFIED")
                .with("retainUntilMs", stage.now() + Duration.ofDays(100).toMillis());
        JsonObject event = RunEvents.deidentification(original, version.text("versionId"), stage.now());
        long index = stage.gatewayOf(CARRIER)
                .postJson(CARRIER, "/lineage?origin=" + Gateway.segment(lineageOrigin), event.canonical())
                .accepted("the OpenLineage event of the run")
                .json()
                .integer("index");
        JsonObject edge = JsonObject.empty()
                .with("versionId", original)
                .with("opCode", "dpv:Pseudonymise")
                .with("masking", true)
                .with("runOrigin", lineageOrigin)
                .with("runIndex", index);
        return sealed(version.withObjects("parents", List.of(edge)));
    }

    private String sealed(JsonObject version) {
        stage.carry(CARRIER, centre, "version:seal", version);
        String id = version.text("versionId");
        JsonObject release = JsonObject.empty().with("versionId", id).with("rev", 1);
        stage.carry(CARRIER, centre, "version:release", release);
        return id;
    }

    private static String people() {
        StringBuilder csv = new StringBuilder("subjectRef,ageBand\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append(String.format(Locale.ROOT, "%s,%d0%n", person(i), 2 + i % 6));
        }
        return csv.toString();
    }

    // As the centre would make it: keyed, so that it says nothing to anybody else (domain 3.10, rule 2).
    private static String person(int number) {
        byte[] drawn = new byte[20];
        new SplittableRandom(number).nextBytes(drawn);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(drawn), StandardCharsets.US_ASCII);
    }
}
