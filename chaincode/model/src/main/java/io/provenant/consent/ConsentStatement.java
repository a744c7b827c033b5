package io.provenant.consent;

import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;

/**
 * The bytes that attest a grant, {@code pvn/consent/v1} (domain 3.4): everything the body says of scope and population,
 * without signatures and papers, and the subject's key where the subject signs. One market, one statement.
 */
public final class ConsentStatement {

    private ConsentStatement() {}

    /** The bytes to sign for this body of {@code consent:give}. */
    public static byte[] bytes(String channel, String foundedTx, JsonObject body) {
        JsonObject scope = body.without(GrantShape.ATTESTATION, GrantShape.CONTROLLER_SIGNATURE, "documents");
        JsonObject statement = body.optionalObject(GrantShape.ATTESTATION)
                .flatMap(attestation -> attestation.optionalObject(GrantShape.SUBJECT))
                .map(subject -> scope.with(
                        GrantShape.SUBJECT,
                        JsonObject.empty()
                                .with("alg", subject.text("alg"))
                                .with("publicKey", subject.text("publicKey"))))
                .orElse(scope);
        return Framing.of("pvn/consent/v1")
                .part(channel)
                .part(foundedTx)
                .part(statement)
                .bytes();
    }
}
