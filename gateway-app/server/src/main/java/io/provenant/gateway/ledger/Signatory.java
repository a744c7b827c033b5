package io.provenant.gateway.ledger;

import io.provenant.ledger.Role;

/**
 * Whose role certificate signs a proposal.
 *
 * @param alias the random alias of the person, which names the folder of the certificates
 */
public record Signatory(String alias, Role role) {}
