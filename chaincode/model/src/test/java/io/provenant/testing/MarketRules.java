package io.provenant.testing;

import io.provenant.canonical.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The sections of a rule set that the tests of data and consents need, with the defaults of domain 3.9. */
final class MarketRules {

    private static final String[][] CODES = {
        {"sectors", "health", "mobility", "weather"},
        {"purposes", "pvn:AIModelTraining", "dpv:ScientificResearch", "dpv:ServiceManagement", "dpv:ServiceProvision"},
        {"purposes", "dpv:FraudPreventionAndDetection", "dpv:DirectMarketing", "pvn:InsuranceUnderwriting"},
        {"purposes", "dpv:PersonalisedAdvertising", "pvn:Reidentification"},
        {"contexts", "FITNESS_SERVICE", "INSURANCE_PRICING", "MARKETING", "MEDICAL_DIAGNOSIS", "NAVIGATION"},
        {"contexts", "WEATHER_SERVICE"},
        {"scenarios", "AI_TRAINING", "INSURANCE", "WEATHER_SERVICE"},
        {"ops", "dpv:Analyse", "dpv:Aggregate", "dpv:Collect", "dpv:Disseminate", "dpv:Infer", "dpv:Pseudonymise"},
        {"ops", "dpv:Share", "dpv:Transfer"},
        {"fields", "age_band", "diagnosis_code", "grid_temperature", "lab_panel"},
        {"accessRoles", "MODEL_TRAINER"},
        {"environments", "TEE_1"},
        {"modes", "API_RECORD", "API_RESULT", "FEDERATED", "HE", "MPC", "RAW_FILE", "REPORT", "SANDBOX", "TEE"},
        {"regions", "440300", "CN", "DE"},
        {"methods", "AUTOMATED", "FLESCH"},
        {"services", "CARE", "NAVIGATION"},
        {"deviceClasses", "PHONE"},
        {"documentKinds", "CONSENT_SET", "LIST_EVIDENCE", "LIST_NOTICE"},
        {"listBases", "ASSOCIATION_RULES", "STATUTE"},
        {"measures", "NO_TRADE"},
        {"serviceMethods", "REGISTERED_MAIL"},
        {"lawfulBases", "CN_13_1", "EU_6_1_a"},
        {"specialBases", "EU_9_2_a"},
        {"sensitiveRoots", "MEDICAL_HEALTH", "WHEREABOUTS", "MINOR_UNDER_14"},
        {"nodeClasses", "DATA_CENTRE"},
        {"qidClasses", "AGE_SEX_ZIP"},
        {"channels", "APP", "PAPER"},
    };

    private static final String[][] NARROWER = {
        {"categories", "pd:HealthRecord", "pd:MedicalHealth"},
        {"categories", "pd:MedicalHealth", "pd:Personal"},
        {"categories", "pd:GPSCoordinate", "pd:Location"},
        {"categories", "pd:Location", "pd:Personal"},
        {"categories", "pd:Child", "pd:Personal"},
        {"categories", "pd:Age", "pd:Personal"},
        {"categories", "pd:PhysicalHealth", "pd:Personal"},
        {"categories", "pd:Iris", "pd:Biometric"},
        {"categories", "pd:Biometric", "pd:Personal"},
        {"ops", "dpv:CrossBorderTransfer", "dpv:Transfer"},
        {"purposes", "dpv:RequestedServiceProvision", "dpv:ServiceProvision"},
        {"purposes", "dpv:TargetedAdvertising", "dpv:PersonalisedAdvertising"},
        {"channels", "APP_TOGGLE", "APP"},
        {"channels", "APP_SCREEN", "APP"},
        {"channels", "LETTER", "PAPER"},
    };

    private static final String REST = """
            {"vaguePurposes":["dpv:ServiceManagement"],
             "sensitiveRoots":[
               {"rootCode":"MEDICAL_HEALTH","categoryRootCodes":["pd:MedicalHealth"]},
               {"rootCode":"MINOR_UNDER_14","categoryRootCodes":["pd:Child"]},
               {"rootCode":"WHEREABOUTS","categoryRootCodes":["pd:Location"]}],
             "necessityProfiles":[
               {"serviceCode":"NAVIGATION","purposeCode":"dpv:RequestedServiceProvision"}],
             "maxConsentDays":{"general":730,"sensitive":365},
             "minPopulation":1,
             "homeRegions":["CN"],
             "levelOrder":["NONE","L3","L2","L1","SPECIAL"],
             "protectionTable":[
               {"rowId":"P-BIO","level":"SPECIAL","categoryRootCodes":["pd:Biometric"],"scenarioCodes":[],
                "usageRecordPer":"ACCESS","auditAnchorMaxS":86400,"decisionTtlMs":300000,"verificationTtlS":300},
               {"rowId":"P-HEA","level":"L1","categoryRootCodes":["pd:MedicalHealth","pd:PhysicalHealth"],
                "scenarioCodes":[],"usageRecordPer":"ACCESS","auditAnchorMaxS":86400,"decisionTtlMs":86400000},
               {"rowId":"P-MINOR","level":"L1","categoryRootCodes":[],"scenarioCodes":[]}],
             "revocationFloor":"AGGREGATED",
             "rules":["R01","R02","R03","R04","R08","R09","R10","R19"],
             "prohibitedPurposes":["pvn:Reidentification"],
             "controlledModes":["API_RECORD","API_RESULT","FEDERATED","HE","MPC","SANDBOX","TEE"],
             "rebuildDays":21,
             "decisionTtlMs":86400000,
             "withheldAfterS":900,
             "dutyDays":[
               {"kind":"ANCHOR_USAGE","days":1},
               {"kind":"APPLY_EXCLUSION_LIST","days":0},
               {"kind":"DELETE","days":30},
               {"kind":"DELETE_OR_REBUILD","days":21},
               {"kind":"DESTROY","days":30},
               {"kind":"EXPLAIN","days":15},
               {"kind":"INFORM","days":15},
               {"kind":"NO_SOLE_AUTOMATION","days":0},
               {"kind":"RETRAIN_OR_STOP","days":21}],
             "listEffects":[
               {"listKind":"SELF_REGULATORY","effect":"REVIEW"},
               {"listKind":"SELF_REGULATORY","issuerId":"pty-assoc","sectorCode":"health","effect":"DENY"},
               {"listKind":"STATUTORY","effect":"DENY"}],
             "anchorMaxDelayS":60,
             "listAnswerWd":5,
             "listWindows":[
               {"severity":"GENERAL","minMonths":3,"maxMonths":12},
               {"severity":"MINOR","minMonths":0,"maxMonths":3},
               {"severity":"SERIOUS","minMonths":12,"maxMonths":36}],
             "approvals":[
               {"command":"list:publish","roles":["association.officer","court.clerk","regulator.officer"],"count":1,
                "otherParty":true},
               {"command":"log:open","roles":["association.officer","regulator.officer"],"count":1,
                "otherParty":true},
               {"command":"version:seal","roles":["assessor.officer","regulator.officer"],"count":1,
                "otherParty":true}]}
            """;

    private MarketRules() {}

    static JsonObject sections() {
        List<JsonObject> rows = new ArrayList<>();
        for (String[] list : CODES) {
            for (int i = 1; i < list.length; i++) {
                rows.add(code(list[0], list[i]));
            }
        }
        for (String[] row : NARROWER) {
            rows.add(code(row[0], row[1]).withTexts("broader", List.of(row[2])));
        }
        rows.add(code("categories", "pd:Personal"));
        rows.add(code("categories", "pvn:WeatherGrid"));
        return SmallMarket.json(REST).withObjects("codeLists", rows).with("calendar", Calendars.of(2026, 2027));
    }

    private static JsonObject code(String list, String code) {
        return JsonObject.empty().with("list", list).with("code", code);
    }
}
