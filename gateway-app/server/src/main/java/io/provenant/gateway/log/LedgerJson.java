package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.log.LineFault.Code;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Reason;
import io.provenant.ledger.ReasonCode;
import io.provenant.ledger.Refusals;
import io.provenant.shape.Shape;
import java.util.List;

/** The strict reader and the shapes of the model, with their refusals as faults of a line. */
final class LedgerJson {

    private LedgerJson() {}

    static JsonObject parse(byte[] line) throws FaultyLineException {
        try {
            return StrictJsonReader.parseObject(line);
        } catch (MalformedJsonException e) {
            Code code = e.isInexactNumber() ? Code.NUMBER_NOT_EXACT : Code.INPUT_MALFORMED;
            throw new FaultyLineException(new LineFault(code, e.offset() + 1, "", String.valueOf(e.getMessage())));
        }
    }

    static List<LineFault> faults(Shape shape, JsonObject value) {
        Refusals refusals = new Refusals();
        shape.check(value, "", refusals);
        return refusals.reasons().stream().map(LedgerJson::fault).toList();
    }

    private static LineFault fault(Reason reason) {
        String found = detail(reason, "found");
        String expected = detail(reason, "expected");
        String says = expected.isEmpty() ? found : "expected " + expected;
        return new LineFault(code(reason.code(), found, expected), 0, detail(reason, "field"), says);
    }

    private static Code code(ReasonCode code, String found, String expected) {
        if (code == ReasonCode.LIMIT_EXCEEDED) {
            return Code.LIMIT_EXCEEDED;
        }
        if (code == ReasonCode.ID_LOOKS_PERSONAL) {
            return Code.ID_LOOKS_PERSONAL;
        }
        if (found.equals("missing")) {
            return Code.FIELD_MISSING;
        }
        return expected.startsWith("one of ") ? Code.CODE_UNKNOWN : Code.INPUT_MALFORMED;
    }

    private static String detail(Reason reason, String name) {
        return reason.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(Detail::value)
                .findFirst()
                .orElse("");
    }
}
