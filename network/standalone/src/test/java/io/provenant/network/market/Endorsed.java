package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import org.hyperledger.fabric.protos.common.Envelope;

/** A command that the peers have endorsed and nobody has ordered yet. */
public record Endorsed(Call call, Proposed proposed, Envelope prepared) {

    String payload() {
        return Prepared.of(prepared).action().getResponse().getPayload().toStringUtf8();
    }

    /** The command's own answer. */
    JsonObject answer() {
        return StrictJsonReader.parseObject(payload()).object("answer");
    }
}
