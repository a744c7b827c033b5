/**
 * REST: commands from the command table, reads, intake and proofs, problem documents and the OpenAPI document.
 *
 * <p>May depend on every other package of the gateway app; nothing depends on it. JSON that is hashed or signed is read
 * by the model's strict reader; Jackson writes what nobody hashes.
 */
@NullMarked
package io.provenant.gateway.api;

import org.jspecify.annotations.NullMarked;
