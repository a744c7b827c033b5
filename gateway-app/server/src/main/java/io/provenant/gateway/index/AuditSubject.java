package io.provenant.gateway.index;

/**
 * What an audit follows: every write whose record is, names or was sent by this thing.
 *
 * @param id a party id, a log's origin, a request's id or a version's id
 */
public record AuditSubject(Kind kind, String id) {

    /** The kinds of subject. */
    public enum Kind {
        /** A party: what it sent and what names it. */
        PARTY,
        /** A log, by origin. */
        ORIGIN,
        /** A request and its decision, by request id. */
        DECISION,
        /** A sealed version of an asset. */
        VERSION
    }
}
