/** Tests of verification, on a market whose keys are made for each run. */
@NullMarked
package io.provenant.proof;

import org.jspecify.annotations.NullMarked;
