package io.provenant.gateway.ledger.block;

import java.util.Optional;

/**
 * Who signed a proposal: its MSP, and what the certificate says of party and role. An MSP's own authority wrote that;
 * only the chaincode's acceptance makes it true.
 */
public record Creator(String mspId, Optional<String> partyId, Optional<String> role) {}
