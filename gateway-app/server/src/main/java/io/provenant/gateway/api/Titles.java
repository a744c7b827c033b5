package io.provenant.gateway.api;

import io.provenant.ledger.ReasonCode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The short, constant title of each type of problem: the meaning of its reason code, or that of a gateway condition. */
final class Titles {

    static final String TYPE = "urn:pvn:problem:";

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("conflict", "The records changed while this was decided, several times"),
            Map.entry("unavailable", "Nothing was sent: what it takes cannot be reached"),
            Map.entry("storage-full", "The disk is full: nothing was kept or promised"),
            Map.entry("storage-unavailable", "The disk failed: nothing was promised"),
            Map.entry("database-unavailable", "The database of the gateway does not answer"),
            Map.entry("issuer-unavailable", "The issuer of tokens cannot be asked for its keys"),
            Map.entry("no-certificate", "The certificate of a role is missing at the gateway: nothing was sent"),
            Map.entry("not-private", "The collection is not private"),
            Map.entry("unauthorised", "Not authorised"),
            Map.entry("not-json", "The request is not strict JSON"),
            Map.entry("NUMBER_NOT_EXACT", "A number that not every reader holds exactly"),
            Map.entry("not-acceptable", "The request does not fit this route"),
            Map.entry("no-route", "There is no such route"),
            Map.entry("media-type", "The route takes another media type: nothing of the body was read"),
            Map.entry("no-lines", "The file has no line"),
            Map.entry("too-large", "The request is too large"),
            Map.entry("idempotency-key", "The idempotency key was used for another request"),
            Map.entry("faulty-lines", "Lines of the file are faulty; nothing of it was kept"),
            Map.entry("FIELD_MISSING", "A member is missing"),
            Map.entry("DUPLICATE_IN_FILE", "The same record stands elsewhere with other content"),
            Map.entry("log-not-open", "The log is not open on the ledger"),
            Map.entry("log-unchecked", "The log was not held against its head on the ledger yet: nothing was kept"),
            Map.entry("log-damaged", "The log is not as it should be: nothing was kept or signed"),
            Map.entry("set-exists", "There is a consent set of this id"),
            Map.entry("rebuild-runs", "The index is being rebuilt"),
            Map.entry("not-founded", "The market is not founded"),
            Map.entry("NOT_VISIBLE", "It exists, or may exist, and is not yours to see"),
            Map.entry("NOT_INDEXED", "On the ledger perhaps, and not indexed here yet"),
            Map.entry("internal", "The gateway failed"));

    private Titles() {}

    static String of(String type) {
        return ReasonCode.of(type).map(ReasonCode::meaning).orElseGet(() -> CONDITIONS.getOrDefault(type, type));
    }

    static boolean isReasonCode(String type) {
        return ReasonCode.of(type).isPresent();
    }

    /** The types that are no reason code, with their titles. */
    static SortedMap<String, String> conditions() {
        return new TreeMap<>(CONDITIONS);
    }
}
