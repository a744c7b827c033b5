package io.provenant.network.conformance;

import io.grpc.Status;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Refusal;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** A refusal as it is written down. */
final class RefusalText {

    private RefusalText() {}

    static JsonObject of(Refusal refusal, Names names) {
        List<String> details = refusal.details().stream()
                .map(detail -> detail(detail, names))
                .sorted()
                .toList();
        return WriteSetText.with(
                JsonObject.empty().with("refused", refusal.code().name()).with("text", text(refusal, names)),
                "details",
                details);
    }

    /** Whether the client's or the server's clock ends a call first is chance. */
    private static String text(Refusal refusal, Names names) {
        return refusal.code() == Status.Code.DEADLINE_EXCEEDED ? "" : names.symbolic(refusal.text());
    }

    private static String detail(ErrorDetail detail, Names names) {
        return names.symbolic(detail.getAddress()) + " " + organisation(detail, names) + ": "
                + names.symbolic(detail.getMessage());
    }

    private static String organisation(ErrorDetail detail, Names names) {
        String symbolic = names.symbolic(detail.getMspId());
        return symbolic.startsWith("@") ? symbolic : "of the orderer";
    }
}
