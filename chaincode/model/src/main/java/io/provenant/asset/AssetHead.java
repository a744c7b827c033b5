package io.provenant.asset;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.ReasonCode;
import io.provenant.ruleset.ProtectionLevel;
import java.util.List;
import java.util.Optional;

/**
 * What restrains an asset, in two slices that only authorities write after its creation (domain 4.4); a mark that its
 * head does not name has no force.
 */
public record AssetHead(JsonObject json) implements Entry {

    /** {@code ASL!assetId!slice}. */
    public static final EntryType<AssetHead> TYPE = EntryType.record("ASL", "AssetHead", AssetHead::new);

    private static final String MARKS = "marks";

    /** Who writes a slice. */
    public enum Slice {
        /** Regulator and court; also holds the regulator's minimum. */
        A,
        /** The exchange's compliance and the registry. */
        X
    }

    /** The key of an asset's slice. */
    public static Key<AssetHead> key(AssetId id, Slice slice) {
        return TYPE.key(id.value(), slice.name());
    }

    /** The own fields of a slice that restrains nothing yet. */
    public static JsonObject empty(AssetId id) {
        return JsonObject.empty().with("assetId", id.value()).withObjects(MARKS, List.of());
    }

    /** Marks, lapsed and ended ones included. */
    public List<Mark> marks() {
        return json.objects(MARKS).stream().map(Mark::new).toList();
    }

    /** The regulator's minimum of the grade; only slice A has one. */
    public Optional<NationalGrade> minGrade() {
        return json.optionalText("minGrade").map(NationalGrade::valueOf);
    }

    /** The regulator's minimum of the protection level; only slice A has one. */
    public Optional<ProtectionLevel> minLevel() {
        return json.optionalText("minLevel").map(ProtectionLevel::valueOf);
    }

    /** A mark that suspends the asset and what is built from it. */
    public record Mark(JsonObject json) {

        /** What a mark is about. */
        public enum Kind {
            AUTHORITY(ReasonCode.SUSPENDED_BY_AUTHORITY),
            CASE(ReasonCode.SUSPENDED_BY_CASE),
            INCIDENT(ReasonCode.SUSPENDED_BY_INCIDENT),
            DISPUTE(ReasonCode.SUSPENDED_BY_DISPUTE),
            RISK(ReasonCode.SUSPENDED_BY_RISK);

            private final ReasonCode reason;

            Kind(ReasonCode reason) {
                this.reason = reason;
            }

            /** The reason for which uses are refused while such a mark is in force. */
            public ReasonCode reason() {
                return reason;
            }
        }

        /** What it is about. */
        public Kind kind() {
            return Kind.valueOf(json.text("kindCode"));
        }

        /** What its issuer calls it. */
        public String refId() {
            return json.text("refId");
        }

        /** UTC milliseconds of its end. */
        public long untilMs() {
            return json.integer("untilMs");
        }

        /** True if it restrains at this UTC millisecond: until exclusive, not ended. */
        public boolean isInForceAt(long ms) {
            return ms < untilMs()
                    && json.optionalInteger("endedMs")
                            .filter(ended -> ended <= ms)
                            .isEmpty();
        }
    }
}
