package io.provenant.asset.lineage;

import static io.provenant.testing.CareMarket.CENTER;
import static io.provenant.testing.CareMarket.GRANT;
import static io.provenant.testing.CareMarket.LUMEN;
import static io.provenant.testing.CareMarket.ORBIT;
import static io.provenant.testing.CareMarket.binding;
import static io.provenant.testing.CareMarket.uuid;
import static io.provenant.testing.SmallMarket.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.testing.CareMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random owners seal random children of each other's versions, with and without a permit, with the consents of their
 * parents and with others. Whatever was sealed is sound: no cycle, nothing laundered, and no child is easier to use.
 */
class LineagePropertiesTest {

    private static final long SEED = 20_260_601;
    private static final int STEPS = 500;
    private static final List<String> OWNERS = List.of(CENTER, LUMEN, ORBIT);
    private static final TestGrant SECOND = new TestGrant(uuid(0xc02), 3);
    private static final List<String> CONSENT_CODES = List.of(
            "CONSENT_EXPIRED",
            "CONSENT_INVALID",
            "CONSENT_WITHDRAWN",
            "ONWARD_TRANSFER",
            "PURPOSE_NOT_GRANTED",
            "RECIPIENT",
            "SEPARATE_CONSENT");

    private final Random random = new Random(SEED);
    private final CareMarket care = new CareMarket();
    private final SmallMarket market = care.market();
    private final List<String> sealed = new ArrayList<>(List.of(CareMarket.VERSION));
    private final List<String> decisions = new ArrayList<>();
    private int unpermitted;
    private int refused;

    @Test
    void whatever_was_sealed_is_sound() {
        care.give(SECOND.body());
        care.set("CNS!" + SECOND.consentId(), "recipientIds", texts(LUMEN, ORBIT));
        OWNERS.forEach(owner -> care.declare(CareMarket.asset(assetOf(owner), owner)));
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) {
                ask();
            } else {
                seal(step);
            }
        }

        int foreign = 0;
        for (String id : sealed) {
            JsonObject child = market.stored("AVR!" + id);
            for (JsonObject edge : child.objects("parents")) {
                foreign += sound(child, edge) ? 1 : 0;
            }
        }
        assertThat(foreign).as("edges between two owners").isGreaterThan(20);
        assertThat(unpermitted).as("children refused for want of a permit").isGreaterThan(50);
        assertThat(refused).as("children refused for other reasons").isGreaterThan(20);
        noChildIsEasierToUse();
    }

    // True for an edge between two owners.
    private boolean sound(JsonObject child, JsonObject edge) {
        JsonObject parent = market.stored("AVR!" + edge.text("versionId"));
        assertThat(parent.integer("depth")).as(which(child)).isLessThan(child.integer("depth"));
        assertThat(child.texts("assetIds")).as(which(child)).containsAll(parent.texts("assetIds"));
        assertThat(child.texts("dataCategories")).as(which(child)).containsAll(parent.texts("dataCategories"));
        assertThat(child.texts("sensitiveRoots")).as(which(child)).containsAll(parent.texts("sensitiveRoots"));
        assertThat(child.integer("retainUntilMs"))
                .as(which(child))
                .isLessThanOrEqualTo(parent.integer("retainUntilMs"));
        SortedMap<String, Long> carried = generations(child);
        generations(parent)
                .forEach((consent, generation) -> assertThat(carried.get(consent))
                        .as("%s carries %s", which(child), consent)
                        .isNotNull()
                        .isLessThanOrEqualTo(generation));
        boolean foreign = !parent.text("ownerId").equals(child.text("ownerId"));
        if (foreign) {
            String decision = edge.text("decisionId");
            JsonObject request = market.stored("REQ!" + decision);
            assertThat(market.stored("DEC!" + decision).text("outcome"))
                    .as(which(child))
                    .isEqualTo("PERMIT");
            assertThat(request.text("consumerId")).as(which(child)).isEqualTo(child.text("ownerId"));
            assertThat(request.texts("assetVersionIds")).as(which(child)).contains(parent.text("id"));
            assertThat(request.text("outputForm")).as(which(child)).isNotEqualTo("ANSWER");
        }
        return foreign;
    }

    private void noChildIsEasierToUse() {
        for (int i = 0; i < 150; i++) {
            JsonObject child = market.stored("AVR!" + pick(sealed));
            for (JsonObject edge : child.objects("parents")) {
                JsonObject request = wish(pick(OWNERS), edge.text("versionId"));
                List<String> onParent = aboutConsents(request);
                JsonObject same = request.with("requestId", uuid(0x700_0000L + i * 64L))
                        .withTexts("assetVersionIds", List.of(child.text("id")));
                if (!market.holds("REQ!" + same.text("requestId"))) {
                    assertThat(aboutConsents(same)).as(which(child)).containsAll(onParent);
                }
            }
        }
    }

    private List<String> aboutConsents(JsonObject request) {
        return CareMarket.full(care.decide(request)).stream()
                .filter(reason -> CONSENT_CODES.contains(reason.split(" ", -1)[1]))
                .toList();
    }

    private void ask() {
        String consumer = pick(OWNERS);
        JsonObject request = wish(consumer, pick(sealed));
        care.decide(request);
        decisions.add(request.text("requestId"));
    }

    private JsonObject wish(String consumer, String version) {
        return care.request(consumer, version)
                .with("outputForm", List.of("ANSWER", "MODEL", "ROW").get(random.nextInt(3)));
    }

    private void seal(int step) {
        String owner = pick(OWNERS);
        List<JsonObject> edges = edges(owner, step);
        String id = uuid(0x100 + step);
        JsonObject version = CareMarket.version(id, assetOf(owner), owner)
                .with("derivation", edges.isEmpty() ? "ORIGINAL" : "DERIVED")
                .withObjects("parents", edges)
                .withObjects("consents", consents(edges));
        List<String> codes = care.sealing(version);
        unpermitted += codes.contains("PARENT_NOT_PERMITTED") ? 1 : 0;
        refused += codes.isEmpty() || codes.contains("PARENT_NOT_PERMITTED") ? 0 : 1;
        if (codes.isEmpty()) {
            care.release(id);
            sealed.add(id);
        }
    }

    private List<JsonObject> edges(String owner, int step) {
        SortedMap<String, JsonObject> edges = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String parent = random.nextInt(10) == 0
                    ? uuid(0x100 + step + random.nextInt(3)) // itself, or one to come
                    : pick(random.nextBoolean() ? permittedTo(owner) : sealed);
            JsonObject edge = CareMarket.edge(parent);
            boolean careless = random.nextInt(4) == 0;
            List<String> fitting = decisions.stream()
                    .filter(id -> careless || fits(id, owner, parent))
                    .toList();
            edges.put(
                    parent,
                    fitting.isEmpty() || random.nextInt(5) == 0
                            ? edge
                            : edge.with("decisionId", fitting.get(random.nextInt(fitting.size()))));
        }
        return List.copyOf(edges.values());
    }

    // What the owner may build on, and the first version where there is nothing yet.
    private List<String> permittedTo(String owner) {
        List<String> permitted = new ArrayList<>(List.of(CareMarket.VERSION));
        decisions.stream()
                .map(id -> market.stored("REQ!" + id))
                .filter(request -> request.text("consumerId").equals(owner))
                .filter(request -> market.stored("DEC!" + request.text("id"))
                        .text("outcome")
                        .equals("PERMIT"))
                .forEach(request -> permitted.addAll(request.texts("assetVersionIds")));
        return permitted;
    }

    private String pick(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }

    private boolean fits(String decision, String owner, String parent) {
        JsonObject request = market.stored("REQ!" + decision);
        return request.text("consumerId").equals(owner)
                && request.texts("assetVersionIds").contains(parent);
    }

    private List<JsonObject> consents(List<JsonObject> edges) {
        SortedMap<String, Long> all = new TreeMap<>();
        for (JsonObject edge : edges) {
            if (market.holds("AVR!" + edge.text("versionId"))) {
                generations(market.stored("AVR!" + edge.text("versionId")))
                        .forEach((consent, generation) -> all.merge(consent, generation, Math::min));
            }
        }
        if (edges.isEmpty() || random.nextInt(8) == 0) {
            all.put(random.nextBoolean() ? GRANT.consentId() : SECOND.consentId(), 0L);
        }
        if (random.nextInt(8) == 0 && !all.isEmpty()) {
            all.remove(all.firstKey());
        }
        return all.entrySet().stream()
                .map(entry -> binding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SortedMap<String, Long> generations(JsonObject version) {
        SortedMap<String, Long> generations = new TreeMap<>();
        version.objects("consents").forEach(b -> generations.put(b.text("consentId"), b.integer("generation")));
        return generations;
    }

    private static String assetOf(String owner) {
        return owner.replace("pty-", "ast-of-");
    }

    private static String which(JsonObject version) {
        return "seed " + SEED + ", version " + version.text("id");
    }
}
