/**
 * What {@code provenant doctor} examines: files, certificates, the peer's endpoint, the channel and the chaincode behind
 * it. Each examination says what is there, or names the cause and the next step; none changes anything.
 *
 * <p>Knows values, not the settings that they come from; may depend on {@code ledger} and on fabric-protos.
 */
@NullMarked
package io.provenant.gateway.doctor;

import org.jspecify.annotations.NullMarked;
