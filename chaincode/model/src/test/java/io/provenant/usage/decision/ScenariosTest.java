package io.provenant.usage.decision;

import static io.provenant.testing.CareMarket.ASSET;
import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.ORBIT;
import static io.provenant.testing.CareMarket.VERSION;
import static io.provenant.testing.CareMarket.child;
import static io.provenant.testing.CareMarket.codes;
import static io.provenant.testing.CareMarket.duties;
import static io.provenant.testing.CareMarket.edge;
import static io.provenant.testing.CareMarket.full;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.json;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.consent.ConsentBodies;
import io.provenant.consent.FiveMembers;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The steps of scenarios 8.1c, 8.2c, 8.4c and 8.5c that these commands and rules reach, with their dates. */
class ScenariosTest {

    private static final JsonObject MARKED = json("{\"effect\":\"DENY\",\"issuerId\":\"pty-assoc\",\"kind\":\"BLACK\","
            + "\"listKind\":\"SELF_REGULATORY\",\"refId\":\"len-7\",\"sectorCodes\":[\"health\"],"
            + "\"severity\":\"SERIOUS\",\"untilMs\":1863705599999}");

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    // 8.1c
    @Test
    void de_identified_health_data_to_an_ai_vendor() {
        assertThat(codes(care.decide(care.request()
                        .with("purposeCode", "dpv:TargetedAdvertising")
                        .with("contextCode", "MARKETING"))))
                .containsExactly("PURPOSE_NOT_GRANTED"); // CONTEXT_MISMATCH is rule R15
        assertThat(codes(care.decide(care.request(ORBIT, VERSION)))).containsExactly("RECIPIENT", "SEPARATE_CONSENT");
        JsonObject decision = care.decide(care.request());
        assertThat(decision.text("outcome")).isEqualTo("PERMIT");
        assertThat(duties(decision)).containsExactly("ANCHOR_USAGE", "DELETE");
    }

    // 8.1c, children
    @Test
    void a_vendors_model_carries_the_consents_and_the_owners_restrictions() {
        care.declare(CareMarket.asset("ast-orbit", ORBIT));
        assertThat(care.sealing(child(uuid(1), "ast-orbit", ORBIT, edge(VERSION))))
                .containsExactly("PARENT_NOT_PERMITTED");
        String req31 = permitted(care.request());
        care.declare(CareMarket.asset("ast-lumen", LUMEN).with("structure", "MODEL"));
        String model = uuid(2);
        care.publish(child(model, "ast-lumen", LUMEN, edge(VERSION).with("decisionId", req31)));

        assertThat(market.stored("AVR!" + model).texts("assetIds")).containsExactly("ast-lumen", "ast-med");
        assertThat(full(care.decide(care.request(ORBIT, model))))
                .containsExactly("R19 RECIPIENT " + GRANT.consentId(), "R10 SEPARATE_CONSENT " + GRANT.consentId());
        care.set("AVR!" + model, "ownerId", new JsonString(ORBIT));
        assertThat(codes(care.decide(care.request(ORBIT, model)))).containsExactly("RECIPIENT", "SEPARATE_CONSENT");
        care.set("AVR!" + model, "ownerId", new JsonString(LUMEN));

        care.add("PTL!pty-medcenter!A", "bans", json("{\"banId\":\"ban-1\",\"untilMs\":1803859200000}"));
        assertThat(full(care.decide(care.request(LUMEN, model)))).containsExactly("R03 PARTY_BANNED pty-medcenter");
    }

    // 8.2c
    @Test
    void wearable_data_for_insurance_underwriting() {
        market.party("pty-pulse", PartyRole.CONTROLLER, PartyRole.PROVIDER).party("pty-shield", PartyRole.CONSUMER);
        TestGrant fit = new TestGrant(uuid(0xf17), 5);
        TestGrant ins = new TestGrant(uuid(0x145), 5);
        wearable(fit, "dpv:RequestedServiceProvision", List.of(), uuid(0x101));
        wearable(ins, "pvn:InsuranceUnderwriting", List.of("pty-shield"), uuid(0x102));

        assertThat(full(care.decide(underwriting(uuid(0x101)))))
                .containsExactly( // and three reasons of rule R15
                        "R08 PURPOSE_NOT_GRANTED " + fit.consentId(),
                        "R19 RECIPIENT " + fit.consentId(),
                        "R10 SEPARATE_CONSENT " + fit.consentId());
        JsonObject permit = care.decide(underwriting(uuid(0x102)));
        assertThat(permit.text("outcome")).isEqualTo("PERMIT");
        assertThat(duties(permit)).containsExactly("ANCHOR_USAGE", "DELETE", "EXPLAIN", "NO_SOLE_AUTOMATION");
        assertThat(full(care.decide(underwriting(uuid(0x101), uuid(0x102)))))
                .allMatch(reason -> reason.endsWith(fit.consentId()))
                .hasSize(3);
    }

    // 8.4c
    @Test
    void a_withdrawal_reaches_every_descendant_below_the_floor() {
        TestGrant five = new TestGrant(FiveMembers.CONSENT_ID, 5);
        care.give(ConsentBodies.grant());
        market.party("pty-agent", PartyRole.SUBJECT_AGENT);
        String avr3 = uuid(0x203);
        String feature = uuid(0x204);
        String model = uuid(0x205);
        String statistics = uuid(0x206);
        JsonObject binding = CareMarket.binding(five.consentId(), 0);
        care.publish(CareMarket.version(avr3, ASSET, CENTER).withObjects("consents", List.of(binding)));
        care.publish(child(feature, ASSET, CENTER, edge(avr3)).withObjects("consents", List.of(binding)));
        care.declare(CareMarket.asset("ast-model", CENTER).with("structure", "MODEL"));
        care.publish(child(model, "ast-model", CENTER, edge(feature)).withObjects("consents", List.of(binding)));
        JsonObject counted = aggregate(statistics, avr3).withObjects("consents", List.of(binding));
        assertThat(care.sealing(counted)).containsExactly("APPROVALS_MISSING");
        market.approved(
                "pty-verity", SmallMarket.PERSON, Role.ASSESSOR_OFFICER, "AVR!" + statistics, "version:seal", counted);
        care.publish(counted);

        market.at(Instant.parse("2026-05-11T06:00:00Z").toEpochMilli());
        care.send("pty-agent", Role.SUBJECT_AGENT, "consent:withdraw", FiveMembers.withdrawal(3));

        for (String version : List.of(avr3, feature)) {
            assertThat(duties(care.decide(care.request(LUMEN, version))))
                    .containsExactly("ANCHOR_USAGE", "APPLY_EXCLUSION_LIST", "DELETE");
        }
        assertThat(codes(care.decide(care.request(LUMEN, avr3).with("deliveryMode", "RAW_FILE"))))
                .containsExactly("REVOCATION_OPEN"); // DELIVERY_MODE is rule R13
        assertThat(duties(care.decide(care.request(LUMEN, model).with("deliveryMode", "API_RESULT"))))
                .contains("RETRAIN_OR_STOP");
        JsonObject answer = care.decide(care.request(LUMEN, statistics)
                .with("deliveryMode", "API_RESULT")
                .with("outputForm", "ANSWER"));
        assertThat(answer.text("outcome")).isEqualTo("PERMIT");
        assertThat(duties(answer)).doesNotContain("APPLY_EXCLUSION_LIST", "RETRAIN_OR_STOP");
        JsonObject late = aggregate(uuid(0x207), avr3).withObjects("consents", List.of(binding));
        market.approved(
                "pty-verity", SmallMarket.PERSON, Role.ASSESSOR_OFFICER, "AVR!" + uuid(0x207), "version:seal", late);
        assertThat(care.sealing(late)).containsExactly("GENERATION_INVALID");

        care.acknowledge(five);
        assertThat(duties(care.decide(care.request(LUMEN, avr3)))).contains("APPLY_EXCLUSION_LIST");
        String avr4 = uuid(0x208);
        JsonObject excluding = CareMarket.binding(five.consentId(), 1);
        care.publish(CareMarket.version(avr4, ASSET, CENTER)
                .with("replacesId", avr3)
                .withObjects("consents", List.of(excluding)));
        care.set("AVR!" + avr3, "state", new JsonString("SUPERSEDED"));
        assertThat(duties(care.decide(care.request(LUMEN, avr4)))).containsExactly("ANCHOR_USAGE", "DELETE");
        assertThat(codes(care.decide(care.request(LUMEN, avr3)))).containsExactly("VERSION_STATE");
        String rebuilt = uuid(0x209);
        care.publish(child(rebuilt, ASSET, CENTER, edge(avr4))
                .with("replacesId", feature)
                .withObjects("consents", List.of(excluding)));
        assertThat(duties(care.decide(care.request(LUMEN, rebuilt)))).containsExactly("ANCHOR_USAGE", "DELETE");

        market.at(Instant.parse("2026-06-01T15:59:59.999Z").toEpochMilli());
        for (String mode : List.of("FEDERATED", "TEE")) {
            assertThat(codes(care.decide(care.request(LUMEN, feature).with("deliveryMode", mode))))
                    .containsExactly("REVOCATION_OVERDUE");
        }
        care.set("AVR!" + feature, "state", new JsonString("SUSPENDED"));
        assertThat(codes(care.decide(care.request(LUMEN, feature))))
                .containsExactly("REVOCATION_OVERDUE", "VERSION_STATE");
    }

    // 8.5c
    @Test
    void a_black_listed_buyer() {
        market.at(Instant.parse("2026-03-09T08:30:00Z").toEpochMilli());
        care.add("PTL!pty-lumen!L", "marks", MARKED);
        JsonObject adopted = care.decide(care.request());
        assertThat(full(adopted)).containsExactly("R03 LIST_BLACK len-7");
        assertThat(adopted.texts("ruleSetIds")).containsExactly(SmallMarket.RULE_SET);

        market.section(
                "listEffects",
                JsonArray.ofObjects(List.of(json("{\"effect\":\"REVIEW\",\"listKind\":\"SELF_REGULATORY\"}"))));
        assertThat(codes(care.decide(care.request()))).containsExactly("LIST_REVIEW_NEEDED");
        JsonObject reviewed = care.request()
                .withObjects("reviews", List.of(json("{\"partyId\":\"pty-exchange\",\"scopeCode\":\"REVIEW_LIST\"}")));
        care.ask(reviewed);
        String id = reviewed.text("requestId");
        care.send(
                "pty-exchange",
                Role.EXCHANGE_COMPLIANCE,
                "approve",
                JsonObject.empty()
                        .with("requestId", id)
                        .with("requestHash", market.stored("REQ!" + id).text("requestHash"))
                        .with("scopeCode", "REVIEW_LIST"));
        care.send(
                LUMEN, Role.CONSUMER_OFFICER, "usage:decide", JsonObject.empty().with("requestId", id));
        assertThat(market.stored("DEC!" + id).text("outcome")).isEqualTo("PERMIT");
    }

    // 8.5c, a sister company
    @Test
    void a_sister_of_a_black_listed_buyer() {
        market.put("PTG!pty-lumen", "{\"groupId\":\"grp-g\",\"rev\":1}");
        market.put("GRP!grp-g!pty-lumen", "{\"partyId\":\"pty-lumen\",\"rev\":1}");
        market.put("GRP!grp-g!pty-orbit", "{\"partyId\":\"pty-orbit\",\"rev\":1}");
        care.add("PTL!pty-orbit!L", "marks", MARKED);

        assertThat(codes(care.decide(care.request()))).containsExactly("LIST_GROUP_REVIEW");
    }

    private void wearable(TestGrant grant, String purpose, List<String> recipients, String version) {
        care.send(
                "pty-pulse",
                Role.CONTROLLER_DPO,
                "notice:publish",
                ConsentBodies.notice()
                        .with("controllerId", "pty-pulse")
                        .with("noticeId", grant.consentId())
                        .with("dataCategories", texts("pd:PhysicalHealth"))
                        .with("purposeCodes", texts(purpose))
                        .withTexts("recipientIds", recipients));
        boolean insured = !recipients.isEmpty();
        care.give(grant.body()
                .with("controllerId", "pty-pulse")
                .with("noticeId", grant.consentId())
                .with("contextCode", insured ? "INSURANCE_PRICING" : "FITNESS_SERVICE")
                .with("purposeCode", purpose)
                .with("dataCategories", texts("pd:PhysicalHealth"))
                .with("inferenceAllowed", insured)
                .with("automatedDecision", insured)
                .withTexts("recipientIds", recipients));
        if (!market.holds("AST!ast-pulse")) {
            care.declare(CareMarket.asset("ast-pulse", "pty-pulse").with("dataCategories", texts("pd:PhysicalHealth")));
        }
        care.publish(CareMarket.version(version, "ast-pulse", "pty-pulse")
                .with("dataCategories", texts("pd:PhysicalHealth"))
                .withObjects("consents", List.of(CareMarket.binding(grant.consentId(), 0))));
    }

    private JsonObject underwriting(String... versions) {
        return care.request("pty-shield", versions)
                .with("purposeCode", "pvn:InsuranceUnderwriting")
                .with("contextCode", "INSURANCE_PRICING")
                .with("ops", texts("dpv:Infer"))
                .with("automatedDecision", true)
                .with("deliveryMode", "API_RESULT");
    }

    private String permitted(JsonObject request) {
        assertThat(care.decide(request).text("outcome")).isEqualTo("PERMIT");
        return request.text("requestId");
    }

    private static JsonObject aggregate(String id, String parent) {
        return child(id, ASSET, CENTER, edge(parent).with("opCode", "dpv:Aggregate"))
                .with("identifiability", "AGGREGATED")
                .with("groupSize", new JsonInteger(10))
                .withTexts("approverIds", List.of("pty-verity"));
    }
}
