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
        return with(record, "stage", code(job, "pvn_stage", "stage"));
    }

    static JsonObject dataset(EventReader dataset, JsonObject record) throws FaultyLineException {
        Optional<String> version = code(dataset, "pvn_assetVersion", "versionId");
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
            code(reader, "pvn_assetVersion", "versionId").ifPresent(ids::add);
        }
        return ids.isEmpty() ? record : record.withTexts(member, ids);
    }

    private static Optional<String> code(EventReader entity, String facet, String member) throws FaultyLineException {
        Optional<EventReader> facets = entity.optionalObject("facets");
        Optional<EventReader> own =
                facets.isEmpty() ? Optional.empty() : facets.get().optionalObject(facet);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String code = own.get().text(member);
        if (!CODE.matcher(code).matches()) {
            throw own.get().wrong(member, "expected a code or an id");
        }
        return Optional.of(code);
    }

    private static JsonObject with(JsonObject record, String member, Optional<String> value) {
        return value.map(text -> record.with(member, text)).orElse(record);
    }
}
