package io.provenant.gateway.index;

import io.provenant.canonical.Digest;

/** The public trace of a private document: SHA-256 of its stored bytes, and the transaction that deposited it. */
public record DocumentHash(String collection, String key, Digest hash, Written written) {}
