package io.provenant.gateway.api;

import io.provenant.gateway.index.Relation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where each type of record is read: {@code /api/v1/<package>/<record>}, the record's docType in kebab case. */
public final class RecordKinds {

    private static final Map<String, Map<String, Relation>> RELATIONS = Map.of(
            "AVR", Map.of("consent", Relation.VERSIONS_OF_CONSENT, "parent", Relation.CHILDREN_OF_VERSION),
            "DEC", Map.of("version", Relation.DECISIONS_OF_VERSION),
            "LEN", Map.of("party", Relation.LIST_ENTRIES_OF_PARTY));

    private final SortedMap<String, Kind> byPath = new TreeMap<>();

    /**
     * A type of record.
     *
     * @param type the three letters that start its keys
     * @param keys what the id is made of, parts joined by {@code !}
     */
    public record Kind(String area, String type, String docType, String keys) {

        /** The docType in kebab case. */
        public String name() {
            return docType.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
        }

        /** The path of its list. */
        public String path() {
            return "/api/v1/" + area + "/" + name();
        }

        Map<String, Relation> relations() {
            return RELATIONS.getOrDefault(type, Map.of());
        }

        Optional<Relation> relation(String parameter) {
            return Optional.ofNullable(relations().get(parameter));
        }
    }

    /** All kinds of this version. */
    public RecordKinds() {
        add("party", "MKT", "Market", "founding");
        add("party", "TIK", "Fence", "market");
        add("party", "PTY", "Party", "partyId");
        add("party", "PTL", "PartyHead", "partyId!slice");
        add("party", "PTG", "PartyGroup", "partyId");
        add("party", "GRP", "GroupMembership", "groupId!partyId");
        add("party", "RLG", "RoleGrant", "partyId!role");
        add("party", "UID", "UniqueIdentifier", "kind!value");
        add("party", "APT", "Appointment", "appointmentId");
        add("approval", "APR", "Approval", "subjectKey!subjectHash!partyId!person");
        add("ruleset", "RUS", "Section", "sha256");
        add("ruleset", "RUL", "RuleSet", "ruleSetId");
        add("ruleset", "RHD", "RuleHead", "regime");
        add("ruleset", "RST", "Stop", "stopId");
        add("asset", "AST", "DataAsset", "assetId");
        add("asset", "ASL", "AssetHead", "assetId!slice");
        add("asset", "AVR", "AssetVersion", "versionId");
        add("consent", "NTC", "Notice", "noticeId!version");
        add("consent", "CNS", "ConsentGrant", "consentId");
        add("consent", "CNH", "ConsentHead", "consentId");
        add("consent", "CNI", "ConsentOfScreen", "interactionId!purposeCode");
        add("consent", "CNG", "Generation", "consentId!generation");
        add("consent", "REM", "Withdrawal", "consentId!leafIndex");
        add("consent", "REV", "QueuedWithdrawal", "consentId!ms!leafIndex");
        add("usage", "REQ", "UsageRequest", "requestId");
        add("usage", "DEC", "UsageDecision", "requestId");
        add("usage", "DUT", "Duty", "dutyId");
        add("usage", "VIO", "Violation", "violationId");
        add("anchor", "LOG", "Log", "origin");
        add("anchor", "LHD", "LogHead", "origin");
        add("anchor", "LHR", "HeadRow", "origin!size");
        add("anchor", "EQV", "Equivocation", "origin");
        add("anchor", "LOU", "LogInUse", "ownerId!purpose!shard");
        add("anchor", "DYH", "DayHead", "origin");
        add("listing", "LEN", "ListEntry", "entryId");
    }

    Optional<Kind> find(String area, String name) {
        return Optional.ofNullable(byPath.get("/api/v1/" + area + "/" + name));
    }

    /** All kinds, by path. */
    public List<Kind> all() {
        return List.copyOf(byPath.values());
    }

    private void add(String area, String type, String docType, String keys) {
        Kind kind = new Kind(area, type, docType, keys);
        byPath.put(kind.path(), kind);
    }
}
