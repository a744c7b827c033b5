package io.provenant.gateway.log;

/** The key of a log. It signs checkpoints and promises and nothing else (domain 3a.11). */
public interface LogKey {

    /** The epoch under which the ledger knows the key; the first is 1. */
    int keyEpoch();

    /** The raw 32 bytes of the Ed25519 public key. */
    byte[] publicKey();

    /** The raw 64 bytes of the Ed25519 signature. */
    byte[] sign(byte[] bytes);
}
