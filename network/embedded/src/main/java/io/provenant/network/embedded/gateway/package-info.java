/**
 * {@code gateway.Gateway} of one organisation's peer: evaluates, collects endorsements by plan, submits, and tells of
 * commits and events. Depends on {@code endorser}, {@code order}, {@code deliver}, {@code ledger} and {@code access}.
 */
@NullMarked
package io.provenant.network.embedded.gateway;

import org.jspecify.annotations.NullMarked;
