package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.SECTION_INVALID;
import static io.provenant.ledger.ReasonCode.SECTION_MISSING;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.command.CommandSpec;
import io.provenant.command.Who;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.ModelVersion;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cross-checks of a whole rule set before anybody approves it (domain 4.3): every section is stored under its name,
 * codes used are listed, rules named can run, approvals name commands and, for a restriction, only authorities.
 */
public final class RuleSetReview {

    private static final String APPROVALS = "approvals";
    private static final String CODE_LISTS = "codeLists";

    private final Capabilities code;
    private final Ledger ledger;
    private final Refusals refusals;

    /** The checks of one rule set, to be run by this code. */
    public RuleSetReview(Capabilities code, Ledger ledger, Refusals refusals) {
        this.code = code;
        this.ledger = ledger;
        this.refusals = refusals;
    }

    /** Refuses what does not hold: {@code SECTION_MISSING}, {@code SECTION_INVALID}. */
    public void check(JsonObject ruleSet) {
        long version = ruleSet.integer("modelVersion");
        refusals.require(
                version == ModelVersion.CURRENT,
                SECTION_INVALID,
                Detail.field("/modelVersion"),
                Detail.expected(ModelVersion.CURRENT),
                Detail.found(version));
        SortedMap<String, JsonValue> sections = sections(ruleSet.object("sections"));
        if (!refusals.isEmpty()) {
            return; // what follows reads sections of a known shape
        }
        checkCodes(sections);
        for (String rule : texts(sections, "rules")) {
            require(code.rules().contains(rule), "rules", rule);
        }
        List<String> levels = texts(sections, "levelOrder");
        require(
                !sections.containsKey("levelOrder")
                        || levels.stream().distinct().count() == ProtectionLevel.values().length,
                "levelOrder",
                String.join(",", levels));
        for (String command : texts(sections, "signedCommands")) {
            require(code.command(command).isPresent(), "signedCommands", command);
        }
        checkApprovals(sections);
    }

    private SortedMap<String, JsonValue> sections(JsonObject named) {
        SortedMap<String, JsonValue> found = new TreeMap<>();
        for (Map.Entry<String, JsonValue> entry : named.entries()) {
            String name = entry.getKey();
            Key<Section> key = Section.key(new Digest(named.text(name)));
            Optional<Section> section = ledger.get(key);
            refusals.require(section.isPresent(), SECTION_MISSING, new Detail("section", name), Detail.key(key));
            section.ifPresent(stored -> {
                require(stored.name().equals(name), name, stored.name());
                SectionSchemas.check(stored, refusals);
                found.put(name, stored.value());
            });
        }
        return found;
    }

    private void checkCodes(SortedMap<String, JsonValue> sections) {
        ListedCodes listed = new ListedCodes(rows(sections, CODE_LISTS));
        listed.check(refusals);
        sections.forEach((name, value) -> SectionSchemas.codes(
                name, value, (list, code, pointer) -> require(listed.contains(list, code), name, list + "/" + code)));
    }

    // Without a row nobody would be asked: a command that takes approvals has one.
    private void checkApprovals(SortedMap<String, JsonValue> sections) {
        if (!sections.containsKey(APPROVALS)) {
            return;
        }
        List<JsonObject> rows = rows(sections, APPROVALS);
        rows.forEach(this::checkApproval);
        code.commands().stream()
                .filter(RuleSetReview::takesApprovals)
                .map(CommandSpec::name)
                .forEach(name -> require(
                        rows.stream().anyMatch(row -> row.text("command").equals(name)), APPROVALS, name));
    }

    // A founding asks its founders, by no rule.
    private static boolean takesApprovals(CommandSpec spec) {
        boolean founds = spec.who() instanceof Who.OneOf some && some.roles().contains(Role.MARKET_FOUNDER);
        return !founds
                && spec.body().fields().stream().anyMatch(field -> field.name().equals("approverIds"));
    }

    private void checkApproval(JsonObject row) {
        Optional<CommandSpec> spec = code.command(row.text("command"));
        require(spec.isPresent(), APPROVALS, row.text("command"));
        if (spec.filter(CommandSpec::restrictive).isPresent()) {
            for (String role : row.texts("roles")) {
                require(Role.of(role).filter(RuleSetReview::restrains).isPresent(), APPROVALS, role);
            }
        }
    }

    // The restricted party must not be able to write a key that the restriction reads (domain 3.7).
    private static boolean restrains(Role role) {
        List<PartyRole> needed = role.neededPartyRoles();
        return !needed.isEmpty() && needed.stream().allMatch(RuleSetReview::isAuthority);
    }

    private static boolean isAuthority(PartyRole role) {
        return switch (role) {
            case REGULATOR, ASSOCIATION, COURT, PROCURATORATE -> true;
            default -> false;
        };
    }

    private void require(boolean holds, String section, String found) {
        refusals.require(holds, SECTION_INVALID, new Detail("section", section), Detail.found(found));
    }

    private static List<JsonObject> rows(SortedMap<String, JsonValue> sections, String name) {
        return array(sections, name).map(JsonArray::objects).orElse(List.of());
    }

    private static List<String> texts(SortedMap<String, JsonValue> sections, String name) {
        return array(sections, name).map(JsonArray::texts).orElse(List.of());
    }

    private static Optional<JsonArray> array(SortedMap<String, JsonValue> sections, String name) {
        return sections.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }
}
