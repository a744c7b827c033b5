package io.provenant.network.identity;

/** A peer or an orderer: what it signs with and what it shows on TLS connections. */
public record Node(String mspId, String name, Credential identity, Credential tls) {}
