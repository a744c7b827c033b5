package io.provenant.gateway.interop;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.FaultyLineException;
import io.provenant.proof.json.FullJson;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Our own facets of an event: what they state goes into the leaf, and nothing that they do not state. */
final class PvnFacets {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,63}");

    private PvnFacets() {}

    static JsonObject run(EventReader run, JsonObject record) throws FaultyLineException {
        JsonObject based = with(record, "lawfulBasis", code(run, "pvn_lawfulBasis", "lawfulBasis"));
        return with(based, "decisionId", code(run, "pvn_usageDecision", "decisionId"));
    }

    static JsonObject job(EventReader job, JsonObject record) throws FaultyLineException {
        return with(record, "stage", kept(job, "pvn_stage", "stage"));
    }

    static JsonObject dataset(EventReader dataset, JsonObject record) throws FaultyLineException {
        Optional<String> version = kept(dataset, "pvn_assetVersion", "versionId");
        return version.map(id -> record.withTexts("outputVersionIds", List.of(id)))
                .orElse(record);
    }

    static JsonObject versions(EventReader event, JsonObject record) throws FaultyLineException {
        JsonObject withInputs = versions(event, "inputs", "inputVersionIds", record);
        return versions(event, "outputs", "outputVersionIds", withInputs);
    }

    private static JsonObject versions(EventReader event, String datasets, String member, JsonObject record)
            throws FaultyLineException {
        TreeSet<String> ids = new TreeSet<>();
        List<FullJson> items = event.items(datasets);
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof FullJson.Members dataset)) {
                throw event.wrong(datasets + "/" + i, "expected an object");
            }
            EventReader reader = new EventReader(dataset, "/" + datasets + "/" + i);
            reader.text("namespace");
            reader.text("name");
            kept(reader, "pvn_assetVersion", "versionId").ifPresent(ids::add);
        }
        return ids.isEmpty() ? record : record.withTexts(member, ids);
    }

    private static Optional<String> code(EventReader entity, String facet, String member) throws FaultyLineException {
        Optional<EventReader> own = facet(entity, facet);
        return own.isEmpty() ? Optional.empty() : Optional.of(code(own.get(), member));
    }

    // A facet of a job or a dataset, which the standard lets a producer delete; a run has no such facets.
    private static Optional<String> kept(EventReader entity, String facet, String member) throws FaultyLineException {
        Optional<EventReader> own = facet(entity, facet);
        return own.isEmpty() || own.get().flag("_deleted") ? Optional.empty() : Optional.of(code(own.get(), member));
    }

    private static Optional<EventReader> facet(EventReader entity, String facet) throws FaultyLineException {
        Optional<EventReader> facets = entity.optionalObject("facets");
        return facets.isEmpty() ? Optional.empty() : facets.get().optionalObject(facet);
    }

    private static String code(EventReader facet, String member) throws FaultyLineException {
        String code = facet.text(member);
        if (!CODE.matcher(code).matches()) {
            throw facet.wrong(member, "expected a code or an id");
        }
        return code;
    }

    private static JsonObject with(JsonObject record, String member, Optional<String> value) {
        return value.map(text -> record.with(member, text)).orElse(record);
    }
}
