package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.network.testing.Actor;
import java.time.Duration;
import java.util.Optional;

/**
 * A command that somebody sends.
 *
 * @param signer the hosted party that signs it, where the sender only carries it
 * @param document what goes with it in private
 * @param age how long ago the proposal says it was made
 */
public record Call(
        Actor sender,
        String command,
        JsonObject body,
        Optional<PartySigner> signer,
        Optional<String> document,
        Duration age) {

    static Call of(Actor sender, String command, JsonObject body) {
        return new Call(sender, command, body, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    Call signedBy(PartySigner party) {
        return new Call(sender, command, body, Optional.of(party), document, age);
    }

    Call withDocument(String text) {
        return new Call(sender, command, body, signer, Optional.of(text), age);
    }

    Call withAge(Duration replacement) {
        return new Call(sender, command, body, signer, document, replacement);
    }

    /** The second argument of the chaincode. */
    String envelope() {
        JsonObject unsigned =
                JsonObject.empty().with("v", 1).with("command", command).with("body", body);
        return signer.map(party -> unsigned.with("actor", party.sign(command, body)))
                .orElse(unsigned)
                .canonical();
    }
}
