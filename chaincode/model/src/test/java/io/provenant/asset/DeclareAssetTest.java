package io.provenant.asset;

import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.SmallMarket.codes;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclareAssetTest {

    private final SmallMarket market = new CareMarket().market();
    private final JsonObject asset = CareMarket.asset("ast-new", CENTER);

    @Test
    void an_asset_is_declared_with_both_slices_of_its_head() {
        Result.Success success = market.accept(CENTER, Role.PROVIDER_OFFICER, "asset:declare", asset);

        assertThat(success.payload())
                .endsWith("\"writes\":[{\"key\":\"ASL!ast-new!A\",\"rev\":1},{\"key\":\"ASL!ast-new!X\",\"rev\":1},"
                        + "{\"key\":\"AST!ast-new\",\"rev\":1}]}");
        JsonObject stored = market.stored("AST!ast-new");
        assertThat(stored.text("state")).isEqualTo("DECLARED");
        assertThat(stored.text("docType")).isEqualTo("DataAsset");
        assertThat(stored.has("assetId")).isFalse();
        assertThat(market.stored("ASL!ast-new!A").objects("marks")).isEmpty();
        assertThat(market.stored("ASL!ast-new!X").text("assetId")).isEqualTo("ast-new");
    }

    @Test
    void core_data_is_never_declared() {
        assertThat(declare(asset.with("nationalGrade", "CORE"))).containsExactly("CORE_DATA");
        assertThat(declare(asset.with("nationalGrade", "IMPORTANT"))).isEmpty();
    }

    @Test
    void a_sensitive_category_names_its_root() {
        assertThat(declare(asset.with("sensitiveRoots", texts()))).containsExactly("LEVEL_TOO_LOW");
        assertThat(declare(asset.with("sensitiveRoots", texts("WHEREABOUTS")))).containsExactly("LEVEL_TOO_LOW");
        assertThat(declare(asset.with("sensitiveRoots", texts("MEDICAL_HEALTH", "WHEREABOUTS"))))
                .isEmpty();
    }

    @Test
    void data_of_minors_is_called_so() {
        JsonObject minors =
                asset.with("dataCategories", texts("pd:Child")).with("sensitiveRoots", texts("MINOR_UNDER_14"));

        assertThat(declare(minors)).containsExactly("LEVEL_TOO_LOW");
        assertThat(declare(minors.with("containsMinors", true))).isEmpty();
    }

    @Test
    void an_asset_has_a_category() {
        assertThat(declare(asset.with("dataCategories", texts()))).containsExactly("INPUT_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({"sectorCode, space", "nationalGrade, HIGH", "structure, HEAP", "sourceKind, FOUND"})
    void what_is_not_listed_is_refused(String field, String value) {
        assertThat(declare(asset.with(field, value)))
                .containsExactly(field.equals("sectorCode") ? "CODE_UNKNOWN" : "INPUT_MALFORMED");
    }

    @Test
    void an_id_is_used_once_and_nobody_declares_for_another() {
        assertThat(declare(asset.with("assetId", "ast-med"))).containsExactly("ALREADY_EXISTS");
        assertThat(declare(asset.with("ownerId", "pty-lumen"))).containsExactly("NOT_YOURS");
    }

    @Test
    void an_id_that_looks_like_a_person_is_refused() {
        assertThat(declare(asset.with("assetId", "ast-13812345678"))).containsExactly("ID_LOOKS_PERSONAL");
    }

    @Test
    void a_consumer_declares_nothing() {
        assertThat(codes(market.send(CENTER, Role.CONSUMER_OFFICER, "asset:declare", asset)))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    private List<String> declare(JsonObject body) {
        return codes(market.send(CENTER, Role.PROVIDER_OFFICER, "asset:declare", body));
    }
}
