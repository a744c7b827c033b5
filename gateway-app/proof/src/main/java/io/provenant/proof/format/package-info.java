/** What all proof files have in common: canonical JSON of a known form, strict base64. Depends on canonical alone. */
@NullMarked
package io.provenant.proof.format;

import org.jspecify.annotations.NullMarked;
