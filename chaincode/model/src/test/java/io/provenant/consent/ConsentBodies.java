package io.provenant.consent;

import io.provenant.canonical.JsonObject;
import io.provenant.testing.SmallMarket;
import java.util.Locale;

/** Bodies of a medical centre's notice and grants, sound as they stand; tests change one member at a time. */
public final class ConsentBodies {

    public static final String NOTICE_ID = "0a7e4b91-6c2d-4f38-8e15-9d0b7c6a5f42";
    public static final String CONTENT_HASH = "c".repeat(64);

    private ConsentBodies() {}

    /** A notice about health data for two purposes. */
    public static JsonObject notice() {
        return SmallMarket.json(String.format(Locale.ROOT, """
                {"authorityId":"pty-cac","complaintChannelHash":"%1$s","contactChannelHash":"%1$s",
                 "contentHash":"%2$s","controllerId":"pty-medcenter","dataCategories":["pd:HealthRecord"],
                 "deviationCodes":[],"effectiveFromMs":1772323200000,"language":"zh-Hans",
                 "methodCodes":["AUTOMATED"],"necessityAndImpact":true,"noticeId":"%3$s",
                 "processorNameCommit":"%1$s",
                 "purposeCodes":["dpv:ScientificResearch","pvn:AIModelTraining"],"readabilityBp":9000,
                 "readabilityMethodCode":"FLESCH","recipientIds":["pty-lumen"],"retentionDays":365,
                 "rightsChannelHash":"%1$s","versionNo":1}
                """, "d".repeat(64), CONTENT_HASH, NOTICE_ID));
    }

    /** The grant cst-01 of scenario 8.1c, over the five members, claimed by the controller. */
    public static JsonObject grant() {
        return SmallMarket.json(String.format(
                Locale.ROOT,
                """
                {"allowedRegions":["CN"],"assurance":"CLAIMED","automatedDecision":false,
                 "collectionChannelCode":"APP_SCREEN","collectionMethod":"FORM","conditionality":"NONE",
                 "consentId":"%s","consentKind":"SEPARATE","contextCode":"MEDICAL_DIAGNOSIS",
                 "controllerId":"pty-medcenter","crossBorder":false,"dataCategories":["pd:HealthRecord"],
                 "guardian":false,"inferenceAllowed":false,
                 "interactionId":"5e1d9c40-2f7b-4a63-b8d1-0c9e8f7a6b53","lawfulBasis":"CN_13_1",
                 "noticeHash":"%s","noticeId":"%s","noticeVersion":1,"onwardAllowed":false,
                 "population":{"memberRoot":"%s","size":5},"processingOps":["dpv:Analyse"],
                 "publicationAllowed":false,"purposeCode":"pvn:AIModelTraining","recipientIds":["pty-lumen"],
                 "retentionDays":365,"sensitiveRoot":"MEDICAL_HEALTH","separatelyRefusable":true,
                 "serviceCode":"CARE","storageRegions":["440300"],"validUntilMs":1803952800000,
                 "withdrawalMethodCode":"APP_TOGGLE","writtenOwnRequest":false}
                """,
                FiveMembers.CONSENT_ID,
                CONTENT_HASH,
                NOTICE_ID,
                FiveMembers.tree().root().hex()));
    }
}
