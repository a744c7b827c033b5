package io.provenant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.testing.MemoryState;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {

    private static final RecordSchema THREE = RecordSchema.first()
            .then("1.1.0", json -> json.with("tier", "NONE"))
            .then("2.0.0", json -> json.without("tier").with("tiers", json.text("tier")));
    private static final EntryType<AnyEntry> BOX =
            EntryType.record("BOX", "Box", AnyEntry::new).next("1.1.0", json -> json.with("tier", "NONE"));

    private final MemoryState state = new MemoryState();

    @Test
    void a_value_of_any_version_reads_as_one_of_the_newest() {
        assertThat(THREE.upcast("BOX!1", json("{'schemaVersion':'1.0.0'}")))
                .isEqualTo(json("{'schemaVersion':'2.0.0','tiers':'NONE'}"));
        assertThat(THREE.upcast("BOX!1", json("{'schemaVersion':'1.1.0','tier':'GOLD'}")))
                .isEqualTo(json("{'schemaVersion':'2.0.0','tiers':'GOLD'}"));
        assertThat(THREE.upcast("BOX!1", json("{'schemaVersion':'2.0.0','tiers':'X'}")))
                .isEqualTo(json("{'schemaVersion':'2.0.0','tiers':'X'}"));
    }

    @Test
    void a_version_that_is_not_known_is_refused_and_named() {
        assertThatThrownBy(() -> THREE.upcast("BOX!1", json("{'schemaVersion':'2.0.1'}")))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("BOX!1 is of schema 2.0.1, and this code knows schemas up to 2.0.0");
        assertThatThrownBy(() -> THREE.upcast("BOX!1", JsonObject.empty())).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void a_version_is_new_and_has_three_numbers() {
        assertThatThrownBy(() -> THREE.then("1.1.0", json -> json)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> THREE.then("3", json -> json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void gets_and_scans_read_the_newest_form_and_record_the_rev_that_is_stored() {
        state.put("BOX!a", "{\"rev\":3}");
        state.put("BOX!b!1", "{\"rev\":5,\"schemaVersion\":\"1.1.0\",\"tier\":\"GOLD\"}");
        RecordedLedger ledger = new RecordedLedger(state);

        assertThat(ledger.get(BOX.key("a")).orElseThrow().json().text("tier")).isEqualTo("NONE");
        assertThat(ledger.scan(BOX, List.of("b"), 4).rows())
                .singleElement()
                .satisfies(box -> assertThat(box.json().text("tier")).isEqualTo("GOLD"));
        assertThat(ledger.reads().get(0).json()).isEqualTo(json("{'key':'BOX!a','rev':3}"));
    }

    @Test
    void what_is_attested_is_what_is_stored() {
        state.put("BOX!a", "{\"rev\":3}");

        JsonObject shown = new RecordedLedger(state)
                .get(AnyEntry.key("BOX!a"))
                .orElseThrow()
                .json();

        assertThat(shown).isEqualTo(json("{'rev':3,'schemaVersion':'1.0.0'}"));
    }

    private static JsonObject json(String text) {
        return StrictJsonReader.parseObject(text.replace('\'', '"'));
    }
}
