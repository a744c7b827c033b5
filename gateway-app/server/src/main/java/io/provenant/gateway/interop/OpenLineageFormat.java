package io.provenant.gateway.interop;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.gateway.log.FaultyLineException;
import io.provenant.gateway.log.LeafBody;
import io.provenant.gateway.log.LineFault.Code;
import io.provenant.gateway.log.LineFormat;
import io.provenant.gateway.log.SourceBytes;
import io.provenant.ledger.RecordSchema;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.json.FullJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * OpenLineage events (spec 2-0-2), one a leaf (domain 3a.16). The leaf holds digests and the codes of our own facets;
 * the event itself stays in the vault in its canonical form, so that its hash can be made again.
 */
public final class OpenLineageFormat implements LineFormat {

    private static final List<String> EVENT_TYPES = List.of("START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER");
    private static final String BASIS_UNSTATED = "BASIS_UNSTATED";

    private final Digests digests = new BouncyCastleDigests();

    @Override
    public LeafBody parse(byte[] line) throws FaultyLineException {
        try {
            return leaf(FullJson.parse(line));
        } catch (MalformedJsonException e) {
            throw EventReader.fault(Code.INPUT_MALFORMED, "", String.valueOf(e.getMessage()));
        }
    }

    private LeafBody leaf(FullJson json) throws FaultyLineException {
        EventReader event = EventReader.of(json);
        byte[] source = json.canonicalBytes();
        Digest hash = digests.digest(source);
        event.text("schemaURL");
        JsonObject record = kind(event)
                .with("docType", "LineageRecord")
                .with("id", "olv-" + hash.hex().substring(0, 32))
                .with("schemaVersion", RecordSchema.FIRST_VERSION)
                .with("openLineageHash", hash.hex())
                .with("producer", event.text("producer"))
                .with("atMs", EventTime.ms(event));
        boolean unstated = event.has("run") && !record.has("lawfulBasis");
        return new LeafBody(hash.hex(), record, SourceBytes.of(source), unstated ? List.of(BASIS_UNSTATED) : List.of());
    }

    // RunEvent has run and job, JobEvent job alone, DatasetEvent neither.
    private JsonObject kind(EventReader event) throws FaultyLineException {
        if (event.has("run")) {
            return run(event);
        }
        if (event.has("job")) {
            return job(event);
        }
        if (event.has("dataset")) {
            event.object("dataset").text("namespace");
            event.object("dataset").text("name");
            return PvnFacets.dataset(event.object("dataset"), JsonObject.empty());
        }
        throw EventReader.fault(Code.FIELD_MISSING, "", "none of run, job and dataset");
    }

    private JsonObject run(EventReader event) throws FaultyLineException {
        if (!EVENT_TYPES.contains(event.optionalText("eventType").orElse("OTHER"))) {
            throw EventReader.fault(
                    Code.CODE_UNKNOWN, "/eventType", "expected one of " + String.join(", ", EVENT_TYPES));
        }
        JsonObject record = job(event).with("runId", event.object("run").text("runId"));
        return PvnFacets.run(event.object("run"), record);
    }

    private JsonObject job(EventReader event) throws FaultyLineException {
        EventReader job = event.object("job");
        String name = job.text("namespace") + '\0' + job.text("name");
        JsonObject record = JsonObject.empty()
                .with(
                        "jobDigest",
                        digests.digest(name.getBytes(StandardCharsets.UTF_8)).hex());
        return PvnFacets.versions(event, PvnFacets.job(job, record));
    }
}
