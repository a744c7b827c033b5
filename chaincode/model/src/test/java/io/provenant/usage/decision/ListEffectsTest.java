package io.provenant.usage.decision;

import static io.provenant.testing.SmallMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Rules.RuleSections;
import io.provenant.listing.Effect;
import io.provenant.party.PartyHead.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** INV-P8 where a rule set speaks of sectors: a mark about more of them, or a use of more of them, is no milder. */
class ListEffectsTest {

    private static final List<String> SECTORS = List.of("energy", "health", "mobility");
    private static final List<String> EFFECTS = List.of("DENY", "REVIEW", "GREEN", "NONE");
    private static final JsonObject MILD_IN_MOBILITY =
            json("{\"effect\":\"NONE\",\"listKind\":\"STATUTORY\",\"sectorCode\":\"mobility\"}");

    @Test
    void a_row_for_one_sector_weakens_no_mark_in_another() {
        ListEffects effects = new ListEffects(List.of(rules(List.of(MILD_IN_MOBILITY))));

        assertThat(effects.of(mark("STATUTORY", List.of("mobility")), SECTORS)).isEqualTo(Effect.NONE);
        assertThat(effects.of(mark("STATUTORY", List.of("health")), SECTORS)).isEqualTo(Effect.DENY);
        assertThat(effects.of(mark("STATUTORY", List.of("health", "mobility")), SECTORS))
                .isEqualTo(Effect.DENY);
        assertThat(effects.of(mark("STATUTORY", List.of()), SECTORS)).isEqualTo(Effect.DENY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void more_sectors_are_never_milder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            ListEffects effects = new ListEffects(List.of(rules(rows(random))));
            String kind = random.nextBoolean() ? "STATUTORY" : "SELF_REGULATORY";
            List<String> fewer = some(random);
            List<String> more = union(fewer, some(random));
            List<String> use = some(random);

            assertThat(effects.of(mark(kind, more), use)).isLessThanOrEqualTo(effects.of(mark(kind, fewer), use));
            assertThat(effects.of(mark(kind, List.of()), use)).isLessThanOrEqualTo(effects.of(mark(kind, more), use));
            assertThat(effects.of(mark(kind, fewer), union(use, some(random))))
                    .isLessThanOrEqualTo(effects.of(mark(kind, fewer), use));
        }
    }

    private static RuleSections rules(List<JsonObject> rows) {
        return new RuleSections() {
            @Override
            public String ruleSetId() {
                return "rs-1";
            }

            @Override
            public JsonValue value(String section) {
                return JsonArray.ofObjects(rows);
            }
        };
    }

    private static Mark mark(String listKind, List<String> sectors) {
        return new Mark(json("{\"effect\":\"DENY\",\"issuerId\":\"pty-cac\",\"kind\":\"BLACK\",\"refId\":\"len-1\"}")
                .with("listKind", listKind)
                .withTexts("sectorCodes", sectors));
    }

    private static List<JsonObject> rows(Random random) {
        List<JsonObject> rows = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            JsonObject row = JsonObject.empty()
                    .with("listKind", random.nextBoolean() ? "STATUTORY" : "SELF_REGULATORY")
                    .with("effect", EFFECTS.get(random.nextInt(EFFECTS.size())));
            rows.add(
                    random.nextInt(4) == 0 ? row : row.with("sectorCode", SECTORS.get(random.nextInt(SECTORS.size()))));
        }
        return rows;
    }

    private static List<String> some(Random random) {
        return SECTORS.subList(random.nextInt(2), 2 + random.nextInt(2));
    }

    private static List<String> union(List<String> one, List<String> other) {
        TreeSet<String> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
