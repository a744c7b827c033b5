package io.provenant.asset;

import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseVersionTest {

    private static final String SEALED = CareMarket.uuid(21);

    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();

    @BeforeEach
    void a_sealed_version() {
        care.seal(CareMarket.version(SEALED, CareMarket.ASSET, CENTER));
    }

    @Test
    void a_sealed_version_becomes_available_and_stays_what_it_is() {
        JsonObject before = market.stored("AVR!" + SEALED);

        assertThat(release(CENTER, 1)).isEmpty();

        JsonObject after = market.stored("AVR!" + SEALED);
        assertThat(after.text("state")).isEqualTo("AVAILABLE");
        assertThat(after.integer("rev")).isEqualTo(2);
        String[] moved = {"rev", "state", "updatedTx", "ruleSetIds"};
        assertThat(after.without(moved)).isEqualTo(before.without(moved));
    }

    @Test
    void a_stale_revision_is_refused() {
        assertThat(release(CENTER, 2)).containsExactly("REV_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVAILABLE", "SUSPENDED", "SUPERSEDED", "RETIRED", "DESTROYED"})
    void only_a_sealed_version_is_released(String state) {
        care.set("AVR!" + SEALED, "state", new JsonString(state));

        assertThat(release(CENTER, 2)).containsExactly("STATE_ILLEGAL");
    }

    @Test
    void nobody_releases_the_version_of_another() {
        assertThat(release("pty-lumen", 1)).containsExactly("NOT_YOURS");
    }

    @Test
    void a_version_of_a_retired_asset_stays_sealed() {
        care.set("AST!ast-med", "state", new JsonString("RETIRED"));

        assertThat(release(CENTER, 1)).containsExactly("VERSION_STATE");
    }

    @Test
    void what_must_be_gone_is_not_released() {
        long until = market.stored("AVR!" + SEALED).integer("retainUntilMs");
        market.at(until);
        assertThat(release(CENTER, 1)).containsExactly("RETENTION_PASSED");

        market.at(until - 1);
        assertThat(release(CENTER, 1)).isEmpty();
    }

    @Test
    void an_unknown_version_is_not_found() {
        JsonObject body =
                JsonObject.empty().with("versionId", CareMarket.uuid(404)).with("rev", 1);

        assertThat(codes(market.send(CENTER, Role.PROVIDER_OFFICER, "version:release", body)))
                .containsExactly("NOT_FOUND");
    }

    private List<String> release(String party, long rev) {
        JsonObject body = JsonObject.empty().with("versionId", SEALED).with("rev", rev);
        return codes(market.send(party, Role.PROVIDER_OFFICER, "version:release", body));
    }
}
