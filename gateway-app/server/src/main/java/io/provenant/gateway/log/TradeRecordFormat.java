package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import io.provenant.gateway.log.LineFault.Code;
import io.provenant.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trade records, one a line. What a record says about the market is kept as it is, with flags: only what cannot be a
 * record is refused (domain 4.8, intake).
 */
public final class TradeRecordFormat implements LineFormat {

    private final String exchangeId;

    /** Records of this exchange's numbering. */
    public TradeRecordFormat(String exchangeId) {
        this.exchangeId = exchangeId;
    }

    @Override
    public LeafBody parse(byte[] line) throws FaultyLineException {
        JsonObject record = LedgerJson.parse(line);
        List<LineFault> faults = new ArrayList<>(LedgerJson.faults(shape(record), record));
        if (faults.isEmpty()) {
            relations(record, faults);
        }
        if (!faults.isEmpty()) {
            throw new FaultyLineException(faults);
        }
        return new LeafBody(record.text("recordNo"), record, SourceBytes.none(), flags(record));
    }

    private static Shape shape(JsonObject record) {
        Optional<JsonValue> kind = record.get("kind");
        return kind.equals(Optional.of(new JsonString("NIL"))) ? TradeRecordShape.NIL : TradeRecordShape.TRADE;
    }

    private void relations(JsonObject record, List<LineFault> faults) {
        String kind = record.text("kind");
        if (!record.text("id").equals(exchangeId + "/" + record.text("recordNo"))) {
            faults.add(new LineFault(Code.INPUT_MALFORMED, 0, "/id", "is not " + exchangeId + "/<recordNo>"));
        }
        boolean corrects = kind.equals("CORRECTION") || kind.equals("VOID");
        together(record, corrects, "correctsRecordNo", "kind " + kind, faults);
        together(record, corrects, "correctionCode", "kind " + kind, faults);
        together(record, record.has("amountMinor"), "currency", "amountMinor", faults);
    }

    private static void together(
            JsonObject record, boolean needed, String member, String because, List<LineFault> faults) {
        if (needed && !record.has(member)) {
            faults.add(new LineFault(Code.FIELD_MISSING, 0, "/" + member, "missing, needed with " + because));
        } else if (!needed && record.has(member)) {
            faults.add(new LineFault(Code.INPUT_MALFORMED, 0, "/" + member, "does not belong here"));
        }
    }

    private static List<String> flags(JsonObject record) {
        List<String> flags = new ArrayList<>();
        if (record.has("lateFor")) {
            flags.add("LATE");
        }
        boolean delivers =
                record.optionalText("stage").filter("DELIVERY"::equals).isPresent();
        if (delivers && !record.has("decisionId")) {
            flags.add("DECISION_MISSING");
        }
        return flags;
    }
}
