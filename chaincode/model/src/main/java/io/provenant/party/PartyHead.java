package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Change;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What restrains a party: three slices split by who may write them, none by the party itself (INV-P4), all read by every
 * decision even when empty (domain 4.1, 3.11).
 */
public record PartyHead(JsonObject json) implements Entry {

    /** {@code PTL!partyId!slice}. */
    public static final EntryType<PartyHead> TYPE = EntryType.record("PTL", "PartyHead", PartyHead::new);

    private static final String BANS = "bans";
    private static final String SUSPENSIONS = "suspensions";
    private static final String MARKS = "marks";

    /** Who writes a slice, and which rows it holds. */
    public enum Slice {
        /** Regulator and court: bans, suspensions, marks of overdue orders. */
        A(List.of(BANS, SUSPENSIONS, MARKS)),
        /** List issuers: marks. */
        L(List.of(MARKS)),
        /** The exchange's compliance: suspensions. */
        X(List.of(SUSPENSIONS));

        @SuppressWarnings("ImmutableEnumChecker") // filled by List.of
        private final List<String> rows;

        Slice(List<String> rows) {
            this.rows = rows;
        }
    }

    /** What the exchange may suspend by itself, by the roles of the party (domain 3a.6). */
    public enum ClassCode {
        ORDINARY,
        OPERATOR,
        AUTHORITY;

        /** The class of a party with these roles. */
        public static ClassCode of(Collection<PartyRole> roles) {
            if (roles.contains(PartyRole.EXCHANGE) || roles.contains(PartyRole.ASSOCIATION)) {
                return OPERATOR;
            }
            return roles.stream().anyMatch(ClassCode::isPublic) ? AUTHORITY : ORDINARY;
        }

        private static boolean isPublic(PartyRole role) {
            return switch (role) {
                case REGULATOR, COURT, PROCURATORATE, PUBLIC_BODY -> true;
                default -> false;
            };
        }
    }

    /** The key of a party's slice. */
    public static Key<PartyHead> key(PartyId party, Slice slice) {
        return TYPE.key(party.value(), slice.name());
    }

    /** The keys of all slices, ascending. */
    public static List<Key<PartyHead>> keys(PartyId party) {
        return List.of(key(party, Slice.A), key(party, Slice.L), key(party, Slice.X));
    }

    /** The slices of a party that becomes active: they restrain nothing yet. */
    public static List<Change> opening(PartyId party, Collection<PartyRole> roles) {
        return Arrays.stream(Slice.values())
                .<Change>map(slice -> new Change.Create(key(party, slice), empty(party, ClassCode.of(roles), slice)))
                .toList();
    }

    /** The own fields of a slice that restrains nothing. */
    public static JsonObject empty(PartyId party, ClassCode classCode, Slice slice) {
        JsonObject fields = JsonObject.empty().with("partyId", party.value()).with("classCode", classCode.name());
        for (String rows : slice.rows) {
            fields = fields.withObjects(rows, List.of());
        }
        return fields;
    }

    /** The party that is restrained. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }

    /** Its class. */
    public ClassCode classCode() {
        return ClassCode.valueOf(json.text("classCode"));
    }

    /** Market bans, lapsed ones included; only slice A has any. */
    public List<Ban> bans() {
        return rows(BANS).stream().map(Ban::new).toList();
    }

    /** Suspensions, lapsed and ended ones included; slices A and X. */
    public List<Suspension> suspensions() {
        return rows(SUSPENSIONS).stream().map(Suspension::new).toList();
    }

    /** Marks, lapsed ones included; slices A and L. */
    public List<Mark> marks() {
        return rows(MARKS).stream().map(Mark::new).toList();
    }

    private List<JsonObject> rows(String name) {
        return json.has(name) ? json.objects(name) : List.of();
    }

    /** A market ban; it has force while slice A names it. */
    public record Ban(JsonObject json) {

        /** The ban's own record, {@code PTB!banId}. */
        public String banId() {
            return json.text("banId");
        }

        /** True if it restrains at this UTC millisecond: until exclusive. */
        public boolean isInForceAt(long ms) {
            return ms < json.integer("untilMs");
        }
    }

    /** A suspension; one that was ended early stays, without force, until its end. */
    public record Suspension(JsonObject json) {

        /** What the issuer calls it; the same again gives the same answer. */
        public String refId() {
            return json.text("refId");
        }

        /** Who suspended. */
        public PartyId byParty() {
            return new PartyId(json.text("byParty"));
        }

        /** True if it restrains at this UTC millisecond: until exclusive, not ended. */
        public boolean isInForceAt(long ms) {
            return ms < json.integer("untilMs")
                    && json.optionalInteger("endedMs")
                            .filter(ended -> ended <= ms)
                            .isEmpty();
        }
    }

    /** A mark of a list entry or of an overdue order. */
    public record Mark(JsonObject json) {

        /** What a mark says. */
        public enum Kind {
            BLACK,
            WATCH,
            RED,
            ORDER_OVERDUE
        }

        /** What it says. */
        public Kind kind() {
            return Kind.valueOf(json.text("kind"));
        }

        /** The list entry or order behind it. */
        public String refId() {
            return json.text("refId");
        }

        /** Who issued it. */
        public PartyId issuerId() {
            return new PartyId(json.text("issuerId"));
        }

        /** STATUTORY or SELF_REGULATORY, for a list entry. */
        public Optional<String> listKind() {
            return json.optionalText("listKind");
        }

        /** What the entry asks for, such as DENY; what it leads to says the rule set. */
        public Optional<String> effect() {
            return json.optionalText("effect");
        }

        /** The sectors concerned; empty: all. */
        public List<String> sectorCodes() {
            return json.texts("sectorCodes");
        }

        /** UTC milliseconds of its end; a mark without one stays until it is removed. */
        public Optional<Long> untilMs() {
            return json.optionalInteger("untilMs");
        }

        /** True if it counts at this UTC millisecond: until exclusive. */
        public boolean isInForceAt(long ms) {
            return untilMs().filter(until -> until <= ms).isEmpty();
        }
    }
}
