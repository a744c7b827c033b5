package io.provenant.gateway.rules;

import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.ledger.ModelVersion;
import io.provenant.ruleset.Regime;
import io.provenant.ruleset.RuleSetId;
import io.provenant.ruleset.RuleSetKind;
import io.provenant.ruleset.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule set in the making: sections by name, from which the bodies of {@code rules:addSection}, {@code market:found}
 * and {@code rules:consult} are made.
 */
public record DraftRuleSet(SortedMap<String, JsonValue> sections) {

    private static final String DEFAULTS = "/rules/default.json";
    private static final String GLOSSARY = "/rules/glossary.md";
    private static final String TEST_OVERRIDES = "/rules/rs-test.json";

    /** Copies the sections in. */
    public DraftRuleSet {
        sections = new TreeMap<>(sections);
    }

    /** The default sections of domain 3.9, for the rules that this version runs. */
    public static DraftRuleSet defaults() {
        return new DraftRuleSet(read(DEFAULTS));
    }

    /** The same with the short times of domain 3a.8, for tests and trials that run in real time. */
    public static DraftRuleSet forTests() {
        SortedMap<String, JsonValue> sections = read(DEFAULTS);
        sections.putAll(read(TEST_OVERRIDES));
        return new DraftRuleSet(sections);
    }

    /** This draft with one section set. */
    public DraftRuleSet with(String name, JsonValue value) {
        SortedMap<String, JsonValue> copy = new TreeMap<>(sections);
        copy.put(name, value);
        return new DraftRuleSet(copy);
    }

    /** The value of a section, which the draft has. */
    public JsonValue value(String name) {
        return Objects.requireNonNull(sections.get(name), () -> "no section " + name);
    }

    /** The bodies of {@code rules:addSection}, one a section. */
    public List<JsonObject> additions(Digests digests) {
        return sections.entrySet().stream()
                .map(section -> Section.of(section.getKey(), section.getValue()).json())
                .map(json -> json.with(
                        "sectionHash", digests.digest(json.canonicalBytes()).hex()))
                .toList();
    }

    /**
     * The member {@code ruleSet} of {@code market:found}, and the body of {@code rules:consult} for the market.
     *
     * @param glossaryHash SHA-256 of the glossary that says what the words mean, 64 hex digits
     */
    public JsonObject marketRuleSet(
            RuleSetId id, long versionNo, Collection<Regime> regimes, String glossaryHash, Digests digests) {
        JsonObject hashes = JsonObject.empty();
        for (JsonObject addition : additions(digests)) {
            hashes = hashes.with(addition.text("name"), addition.text("sectionHash"));
        }
        return JsonObject.empty()
                .with("ruleSetId", id.value())
                .with("kind", RuleSetKind.MARKET.name())
                .withTexts(
                        "regimes", regimes.stream().map(Regime::name).sorted().toList())
                .with("versionNo", versionNo)
                .with("sections", hashes)
                .with("glossaryHash", glossaryHash)
                .with("modelVersion", ModelVersion.CURRENT);
    }

    /** The text that says what the words of the default sections mean. */
    public static byte[] glossary() {
        try (InputStream in = Objects.requireNonNull(DraftRuleSet.class.getResourceAsStream(GLOSSARY), GLOSSARY)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(GLOSSARY, e);
        }
    }

    private static SortedMap<String, JsonValue> read(String resource) {
        try (InputStream in = Objects.requireNonNull(DraftRuleSet.class.getResourceAsStream(resource), resource)) {
            SortedMap<String, JsonValue> sections = new TreeMap<>();
            if (!(StrictJsonReader.parse(in.readAllBytes()) instanceof JsonArray array)) {
                throw new IllegalStateException(resource + " is no array of sections");
            }
            for (JsonObject section : array.objects()) {
                sections.put(section.text("name"), section.value("value"));
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
