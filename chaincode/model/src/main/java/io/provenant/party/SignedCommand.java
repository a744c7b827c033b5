package io.provenant.party;

import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;

/** The bytes that a party signs to send a command, {@code pvn/command/v1} (domain 3.4). */
public final class SignedCommand {

    private SignedCommand() {}

    /**
     * The bytes over channel, market, command and the actor's own statement; the signature member is left out.
     *
     * @param actor partyId, keyId, notAfterMs and, where there is one, actorCommit
     */
    public static byte[] bytes(String channel, String foundedTx, String command, JsonObject body, JsonObject actor) {
        JsonObject signed = actor.without("signature").with("command", command).with("body", body);
        return Framing.of("pvn/command/v1")
                .part(channel)
                .part(foundedTx)
                .part(signed)
                .bytes();
    }
}
