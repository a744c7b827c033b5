/**
 * Primary data on disk: records that only this organisation may read, each encrypted under a key of its own that can be
 * erased alone. Depends on the JDK and the model's digests, on nothing of the log that it serves.
 */
@NullMarked
package io.provenant.gateway.vault;

import org.jspecify.annotations.NullMarked;
