package io.provenant.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.command.CommandSpec;
import io.provenant.dispatch.Commands;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.ledger.Reason;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Refusals;
import io.provenant.ruleset.Capabilities;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import io.provenant.ruleset.RuleSetReview;
import io.provenant.ruleset.Section;
import io.provenant.ruleset.SectionSchemas;
import io.provenant.testing.MemoryState;
import io.provenant.usage.decision.UsageRules;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The default rules against the chaincode's own schemas and cross-checks: a market can be founded with them. */
class DraftRuleSetTest {

    private static final Digests DIGESTS = new JdkDigests();
    private static final String LIST_OF_CODE = "code of the rule set's list ";

    @Test
    void every_default_section_keeps_its_schema() {
        Refusals refusals = new Refusals();

        DraftRuleSet.defaults()
                .sections()
                .forEach((name, value) -> SectionSchemas.check(Section.of(name, value), refusals));

        assertThat(refusals.reasons()).extracting(Reason::details).isEmpty();
    }

    @Test
    void the_default_rules_name_every_section_that_this_version_has() {
        assertThat(DraftRuleSet.defaults().sections().keySet()).containsExactlyElementsOf(SectionSchemas.names());
    }

    @Test
    void the_default_rule_set_passes_all_cross_checks() {
        assertThat(reviewed(DraftRuleSet.defaults())).isEmpty();
    }

    @Test
    void the_rule_set_of_tests_passes_all_cross_checks() {
        assertThat(reviewed(DraftRuleSet.forTests())).isEmpty();
    }

    @Test
    void the_rule_set_of_tests_replaces_exactly_the_times_of_the_design() {
        DraftRuleSet defaults = DraftRuleSet.defaults();
        SortedSet<String> replaced = new TreeSet<>();

        DraftRuleSet.forTests().sections().forEach((name, value) -> {
            if (!value.equals(defaults.value(name))) {
                replaced.add(name);
            }
        });

        assertThat(replaced)
                .containsExactly(
                        "anchorEveryS",
                        "consultDays",
                        "decisionTtlMs",
                        "listAnswerWd",
                        "omissionAnswerDays",
                        "withheldAfterS");
    }

    @Test
    void runs_exactly_the_rules_of_the_spine() {
        assertThat(((JsonArray) DraftRuleSet.defaults().value("rules")).texts())
                .containsExactly("R01", "R02", "R03", "R04", "R08", "R09", "R10", "R19");
    }

    @Test
    void lists_codes_for_every_list_that_a_command_asks() {
        SortedSet<String> asked = new TreeSet<>();
        Commands.all().specs().stream().map(CommandSpec::body).forEach(body -> collect(body.schema(), asked));

        SortedSet<String> listed = new TreeSet<>();
        codeLists().forEach(row -> listed.add(row.text("list")));

        assertThat(asked).isNotEmpty();
        assertThat(listed).containsAll(asked);
    }

    @Test
    void gives_the_hashes_of_the_golden_sections() {
        Map<String, String> hashes = new TreeMap<>();
        DraftRuleSet.defaults()
                .additions(DIGESTS)
                .forEach(body -> hashes.put(body.text("name"), body.text("sectionHash")));

        assertThat(hashes)
                .containsEntry("controlledModes", "adcd67de5ca121affadb9fab63ed477ac7d6e42fd5efdbd16cf375c29d9f0691")
                .containsEntry("decisionTtlMs", "48f3e426ece1eed92a98af5e2d11708490b113c70eebabcbaf7f186677d19044")
                .containsEntry("rules", "499e717734f7f92b9da38b19c7ccb92da5c19ff802f7d7cca20816bb76357cd7");
    }

    @Test
    void keeps_each_addition_far_below_the_size_of_an_object() {
        assertThat(DraftRuleSet.defaults().additions(DIGESTS))
                .allSatisfy(body -> assertThat(body.canonicalBytes().length).isLessThan(48 * 1024));
    }

    @Test
    void a_changed_section_changes_the_rule_set_and_nothing_else() {
        DraftRuleSet draft = DraftRuleSet.defaults();

        JsonObject before = ruleSet(draft).object("sections");
        JsonObject after =
                ruleSet(draft.with("rebuildDays", new JsonInteger(14))).object("sections");

        assertThat(after.text("rebuildDays")).isNotEqualTo(before.text("rebuildDays"));
        assertThat(after.without("rebuildDays")).isEqualTo(before.without("rebuildDays"));
    }

    private static List<JsonObject> codeLists() {
        return ((JsonArray) DraftRuleSet.defaults().value("codeLists")).objects();
    }

    private static List<Reason> reviewed(DraftRuleSet draft) {
        MemoryState stored = new MemoryState();
        draft.additions(DIGESTS)
                .forEach(body -> stored.put(
                        "RUS!" + body.text("sectionHash"),
                        body.without("sectionHash").canonical()));
        Refusals refusals = new Refusals();
        new RuleSetReview(
                        new Capabilities(Commands.all().specs(), UsageRules.codes()),
                        new RecordedLedger(stored),
                        refusals)
                .check(ruleSet(draft));
        return refusals.reasons();
    }

    private static JsonObject ruleSet(DraftRuleSet draft) {
        return draft.marketRuleSet(
                new RuleSetId("rs-cn-2026-1"), 1, List.of(Regime.CN_PIPL, Regime.CN_CSL), "0".repeat(64), DIGESTS);
    }

    // A shape names its lists in its schema, wherever it stands.
    private static void collect(JsonValue schema, SortedSet<String> lists) {
        if (schema instanceof JsonArray array) {
            array.items().forEach(item -> collect(item, lists));
        } else if (schema instanceof JsonObject object) {
            object.get("description")
                    .map(JsonValue::canonical)
                    .map(text -> text.substring(1, text.length() - 1))
                    .filter(text -> text.startsWith(LIST_OF_CODE))
                    .ifPresent(text -> lists.add(text.substring(LIST_OF_CODE.length())));
            object.entries().forEach(member -> collect(member.getValue(), lists));
        }
    }
}
