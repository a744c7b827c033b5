package io.provenant.ledger;

/** Checks detached signatures; the rules verify and never sign (determinism D4). */
public interface SignatureCheck {

    /**
     * True only for a signature of exactly the form of domain 3a.2 that verifies over these bytes. Malformed keys and
     * signatures are false, never an exception.
     */
    boolean verify(SignatureAlgorithm algorithm, byte[] publicKey, byte[] bytes, byte[] signature);
}
