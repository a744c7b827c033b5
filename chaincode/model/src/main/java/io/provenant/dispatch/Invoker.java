package io.provenant.dispatch;

import java.util.Optional;

/**
 * What the certificate of the proposal says: its MSP, and the attributes {@code pvn.party}, {@code pvn.role} and
 * {@code pvn.person} where it has them (domain 3a.9).
 */
public record Invoker(String mspId, Optional<String> party, Optional<String> role, Optional<String> person) {}
