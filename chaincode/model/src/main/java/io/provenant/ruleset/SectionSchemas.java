package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.SECTION_INVALID;

import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Reason;
import io.provenant.ledger.Refusals;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schema of every section that a rule set of this version may name (domain 3.9). */
public final class SectionSchemas {

    private static final SortedMap<String, FieldType> BY_NAME = byName();

    private SectionSchemas() {}

    /** The names of all sections, ascending. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Refuses a section that has no schema or breaks it, {@code SECTION_INVALID}; the details name the entry. */
    public static void check(Section section, Refusals refusals) {
        FieldType schema = BY_NAME.get(section.name());
        if (schema == null) {
            refusals.add(SECTION_INVALID, new Detail("section", section.name()), Detail.found("unknown"));
            return;
        }
        Refusals found = new Refusals();
        schema.check(section.value(), "", found);
        for (Reason reason : found.reasons()) {
            List<Detail> details = new ArrayList<>(List.of(new Detail("section", section.name())));
            details.addAll(reason.details());
            refusals.add(SECTION_INVALID, details.toArray(Detail[]::new));
        }
    }

    /** Shows each code in the value of a valid section to the visitor. */
    static void codes(String name, JsonValue value, FieldType.CodeVisitor visitor) {
        FieldType schema = BY_NAME.get(name);
        if (schema != null) {
            schema.codes(value, "", visitor);
        }
    }

    private static SortedMap<String, FieldType> byName() {
        SortedMap<String, FieldType> all = new TreeMap<>();
        governance(all);
        data(all);
        decisions(all);
        market(all);
        return Collections.unmodifiableSortedMap(all);
    }

    private static void governance(SortedMap<String, FieldType> all) {
        all.put("rules", FieldTypes.set(FieldTypes.text("R(0[1-9]|1[0-9]|2[0-5])", "rule code"), 1, 25));
        all.put("codeLists", table(SectionRows.CODE, "list", "code"));
        all.put("approvals", table(SectionRows.APPROVAL, "command", "roles", "otherParty"));
        all.put("signedCommands", FieldTypes.set(SectionRows.COMMAND, 64));
        all.put("consultDays", FieldTypes.days());
        all.put("calendar", table(SectionRows.YEAR, "year"));
        all.put("dpoBand", FieldTypes.oneOf("LT_100K", "LT_1M", "GE_1M", "GE_10M"));
        all.put("homeRegions", FieldTypes.set(FieldTypes.region(), 1, 64));
    }

    private static void data(SortedMap<String, FieldType> all) {
        all.put("protectionTable", table(SectionRows.PROTECTION, "rowId"));
        all.put("levelOrder", FieldTypes.list(FieldTypes.oneOf(ProtectionLevel.class), 5));
        all.put("sensitiveRoots", table(SectionRows.SENSITIVE_ROOT, "rootCode"));
        all.put("vaguePurposes", FieldTypes.set(FieldTypes.code("purposes"), 256));
        all.put("necessityProfiles", table(SectionRows.NECESSITY_PROFILE, "serviceCode", "purposeCode"));
        all.put("maxConsentDays", SectionRows.CONSENT_DAYS);
        all.put("minPopulation", FieldTypes.integer(1, 1_000_000_000));
        all.put("revocationFloor", FieldTypes.oneOf("AGGREGATED", "ANONYMISED", "NON_PERSONAL"));
        all.put("rebuildDays", FieldTypes.days());
    }

    private static void decisions(SortedMap<String, FieldType> all) {
        all.put("prohibitedPurposes", FieldTypes.set(FieldTypes.code("purposes"), 256));
        all.put("controlledModes", SectionRows.MODES);
        all.put("rawModes", SectionRows.MODES);
        all.put("decisionTtlMs", SectionRows.LIFE_MS);
        all.put("withheldAfterS", SectionRows.SECONDS);
        all.put("dutyDays", table(SectionRows.DUTY, "kind"));
    }

    private static void market(SortedMap<String, FieldType> all) {
        all.put("listAnswerWd", FieldTypes.days());
        all.put("listEffects", table(SectionRows.LIST_EFFECT, "listKind", "issuerId", "sectorCode"));
        all.put("listWindows", table(SectionRows.LIST_WINDOW, "severity"));
        all.put("anchorEveryLeaves", FieldTypes.integer(1, 10_000_000));
        all.put("anchorEveryS", FieldTypes.integer(1, 86_400));
        all.put("anchorMaxDelayS", FieldTypes.integer(1, 86_400));
        all.put("omissionAnswerDays", FieldTypes.days());
    }

    private static FieldType table(Shape row, String... sortedBy) {
        return FieldTypes.table(row, 4_096, sortedBy);
    }
}
