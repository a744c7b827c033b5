package io.provenant.ledger;

/** Algorithms of party keys and detached signatures (domain 3a.2). */
public enum SignatureAlgorithm {
    /** RFC 8032; 32-byte keys, 64-byte signatures. */
    ED25519,
    /** FIPS 186-4 on P-256 with SHA-256; 65-byte uncompressed keys, r ‖ s with low s. */
    ECDSA_P256,
    /** GM/T 0003 with SM3; 65-byte uncompressed keys, r ‖ s. */
    SM2_SM3
}
