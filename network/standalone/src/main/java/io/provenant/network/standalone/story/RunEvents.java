package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** OpenLineage events (spec 2-0-2) as the medical centre's pipeline would send them. */
final class RunEvents {

    private static final String PRODUCER = "https://medcenter.example/pipeline/1.0";
    private static final String SCHEMA = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
    private static final String FACETS = "https://provenant.example/facets/1-0-0.json#/$defs/";

    private RunEvents() {}

    /** A run that made one version of another by pseudonymising it. */
    static JsonObject deidentification(String input, String output, long atMs) {
        JsonObject basis = facet("LawfulBasis").with("lawfulBasis", "CN_13_1");
        JsonObject stage = facet("Stage").with("stage", "PROCESS");
        return JsonObject.empty()
                .with(
                        "eventTime",
                        Instant.ofEpochMilli(atMs)
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString())
                .with("eventType", "COMPLETE")
                .with("producer", PRODUCER)
                .with("schemaURL", SCHEMA)
                .with(
                        "run",
                        JsonObject.empty()
                                .with("runId", Stage.uuid())
                                .with("facets", JsonObject.of("pvn_lawfulBasis", basis)))
                .with(
                        "job",
                        JsonObject.empty()
                                .with("namespace", "medcenter")
                                .with("name", "deidentify-lab-panels")
                                .with("facets", JsonObject.of("pvn_stage", stage)))
                .withObjects("inputs", List.of(dataset("lab-panels", input)))
                .withObjects("outputs", List.of(dataset("lab-panels-deidentified", output)));
    }

    private static JsonObject dataset(String name, String versionId) {
        JsonObject version = facet("AssetVersion").with("versionId", versionId);
        return JsonObject.empty()
                .with("namespace", "medcenter")
                .with("name", name)
                .with("facets", JsonObject.of("pvn_assetVersion", version));
    }

    private static JsonObject facet(String name) {
        return JsonObject.empty().with("_producer", PRODUCER).with("_schemaURL", FACETS + name);
    }
}
