package io.provenant.gateway.ledger.identity;

import java.security.cert.X509Certificate;
import org.hyperledger.fabric.client.identity.Signer;

/**
 * A role certificate, and whatever signs with its key.
 *
 * @param signer signs a SHA-256 digest; the key itself need not be in this process
 */
public record RoleKey(String mspId, X509Certificate certificate, Signer signer) {}
