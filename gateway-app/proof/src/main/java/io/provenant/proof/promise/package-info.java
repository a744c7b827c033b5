/** What a log promises on intake, and its signed file. */
@NullMarked
package io.provenant.proof.promise;

import org.jspecify.annotations.NullMarked;
