package io.provenant.gateway.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.FaultyLineException;
import io.provenant.gateway.log.LeafBody;
import io.provenant.gateway.log.LineFault;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.testing.Vectors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenLineageFormatTest {

    private static final String EVENT = """
            {"eventTime":"2026-03-06T10:00:00.123456789+08:00","eventType":"COMPLETE",
             "producer":"https://producer.example/1.0","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json",
             "run":{"runId":"01936893-9751-7a91-a2a0-a51101a3970c","facets":{FACETS}},
             "job":{"namespace":"ns","name":"deidentify","facets":{"pvn_stage":{"stage":"PROCESSING"}}},
             "inputs":[{"namespace":"db","name":"raw","facets":{"pvn_assetVersion":{"versionId":"avr-3"}},
                        "inputFacets":{"dataQualityMetrics":{"sum":1.50}}}],
             "outputs":[{"namespace":"db","name":"clean","facets":{"pvn_assetVersion":{"versionId":"avr-4"}}}]}
            """;

    private final OpenLineageFormat format = new OpenLineageFormat();
    private final BouncyCastleDigests digests = new BouncyCastleDigests();

    @Test
    void a_leaf_holds_digests_and_what_our_own_facets_state() throws FaultyLineException {
        LeafBody leaf = parse(event("\"pvn_lawfulBasis\":{\"lawfulBasis\":\"CN_13_1\"}"));

        JsonObject record = leaf.document();
        assertThat(record.without("openLineageHash", "id"))
                .isEqualTo(JsonObject.empty()
                        .with("docType", "LineageRecord")
                        .with("schemaVersion", "1.0.0")
                        .with("runId", "01936893-9751-7a91-a2a0-a51101a3970c")
                        .with("producer", "https://producer.example/1.0")
                        .with("jobDigest", sha256("ns\0deidentify").hex())
                        .with("atMs", Instant.parse("2026-03-06T02:00:00.123Z").toEpochMilli())
                        .with("stage", "PROCESSING")
                        .with("lawfulBasis", "CN_13_1")
                        .withTexts("inputVersionIds", List.of("avr-3"))
                        .withTexts("outputVersionIds", List.of("avr-4")));
        assertThat(leaf.flags()).isEmpty();
    }

    @Test
    void the_hash_is_over_the_event_in_full_rfc_8785_which_stays_beside_the_leaf() throws FaultyLineException {
        LeafBody leaf = parse(event(""));

        String source = new String(leaf.source().bytes(), StandardCharsets.UTF_8);
        assertThat(source)
                .startsWith("{\"eventTime\":")
                .contains("\"sum\":1.5}")
                .doesNotContain("\n");
        assertThat(leaf.document().text("openLineageHash"))
                .isEqualTo(sha256(source).hex());
        assertThat(leaf.identity()).isEqualTo(leaf.document().text("openLineageHash"));
    }

    @Test
    void a_run_without_lawful_basis_is_kept_and_flagged() throws FaultyLineException {
        assertThat(parse(event("")).flags()).containsExactly("BASIS_UNSTATED");
    }

    @Test
    void a_job_and_a_dataset_are_events_too_and_state_no_run() throws FaultyLineException {
        String head = "{\"eventTime\":\"2026-03-06T02:00:00Z\",\"producer\":\"p\",\"schemaURL\":\"s\",";

        LeafBody job = parse(head + "\"job\":{\"namespace\":\"ns\",\"name\":\"j\"}}");
        LeafBody dataset = parse(head + "\"dataset\":{\"namespace\":\"ns\",\"name\":\"d\"}}");

        assertThat(job.document().has("runId")).isFalse();
        assertThat(job.document().text("jobDigest")).isEqualTo(sha256("ns\0j").hex());
        assertThat(dataset.document().has("jobDigest")).isFalse();
        assertThat(dataset.flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "run":{"runId":               | "xxx":{"runId":           | INPUT_MALFORMED | /run
                    "runId":"01936893             | "runid":"01936893         | FIELD_MISSING   | /run/runId
                    "COMPLETE"                    | "DONE"                    | CODE_UNKNOWN    | /eventType
                    2026-03-06T10:00:00.123456789+08:00 | yesterday           | INPUT_MALFORMED | /eventTime
                    "producer":                   | "maker":                  | FIELD_MISSING   | /producer
                    "stage":"PROCESSING"          | "stage":7                 | INPUT_MALFORMED | /job/facets/pvn_stage/stage
                    "versionId":"avr-3"           | "versionId":"no id"       | INPUT_MALFORMED | /inputs/0/facets/pvn_assetVersion/versionId
                    "stage":"PROCESSING"          | "_deleted":"yes"          | INPUT_MALFORMED | /job/facets/pvn_stage/_deleted
                    "eventType":"COMPLETE"        | "producer":"twice"        | INPUT_MALFORMED | ''
                    """)
    void names_what_is_wrong_with_an_event(String part, String instead, String code, String pointer) {
        String event = event("").replace(part, instead);
        if (pointer.equals("/run")) {
            event = event("").replaceFirst("\"run\":\\{", "\"run\":[],\"ran\":{");
        }
        String changed = event;

        FaultyLineException refused = catchThrowableOfType(FaultyLineException.class, () -> parse(changed));

        LineFault fault = refused.faults().get(0);
        assertThat(fault.code().name()).isEqualTo(code);
        assertThat(fault.pointer()).isEqualTo(pointer);
    }

    @Test
    void a_deleted_facet_of_a_job_or_a_dataset_states_nothing() throws FaultyLineException {
        String deleted = event("")
                .replace("\"stage\":\"PROCESSING\"", "\"_deleted\":true")
                .replace("\"versionId\":\"avr-3\"", "\"_deleted\":true")
                .replace("\"versionId\":\"avr-4\"", "\"_deleted\":true,\"versionId\":\"avr-4\"");

        JsonObject record = parse(deleted).document();

        assertThat(record.has("stage")).isFalse();
        assertThat(record.has("inputVersionIds")).isFalse();
        assertThat(record.has("outputVersionIds")).isFalse();
    }

    @Test
    void a_facet_that_is_not_deleted_states_what_it_says() throws FaultyLineException {
        String kept = event("").replace("\"versionId\":\"avr-3\"", "\"_deleted\":false,\"versionId\":\"avr-3\"");

        assertThat(parse(kept).document().texts("inputVersionIds")).containsExactly("avr-3");
    }

    @Test
    void a_facet_of_a_run_cannot_be_deleted() {
        String event = event("\"pvn_lawfulBasis\":{\"_deleted\":true}");

        assertThat(catchThrowableOfType(FaultyLineException.class, () -> parse(event))
                        .faults()
                        .get(0)
                        .pointer())
                .isEqualTo("/run/facets/pvn_lawfulBasis/lawfulBasis");
    }

    @Test
    void a_time_of_any_fineness_is_cut_to_the_millisecond() throws FaultyLineException {
        String fine = event("").replace(".123456789+", ".1239999999999+");

        assertThat(parse(fine).document().integer("atMs"))
                .isEqualTo(Instant.parse("2026-03-06T02:00:00.123Z").toEpochMilli());
    }

    @Test
    void takes_real_events_of_real_producers() throws FaultyLineException {
        int taken = 0;
        for (Path file : Vectors.files(Vectors.folder("openlineage/scenarios"), ".json")
                .filter(file -> !file.endsWith("config.json") && !file.endsWith("maintainers.json"))
                .toList()) {
            LeafBody leaf = format.parse(Vectors.bytes(file));
            assertThat(leaf.document().text("openLineageHash"))
                    .isEqualTo(digests.digest(leaf.source().bytes()).hex());
            taken++;
        }

        assertThat(taken).isEqualTo(42);
    }

    private static String event(String runFacets) {
        return EVENT.replace("FACETS", runFacets);
    }

    private LeafBody parse(String event) throws FaultyLineException {
        return format.parse(event.getBytes(StandardCharsets.UTF_8));
    }

    private Digest sha256(String text) {
        return digests.digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
