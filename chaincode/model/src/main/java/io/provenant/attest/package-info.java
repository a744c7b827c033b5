/**
 * What the ledger says of itself, read-only: values with the endorsers' signatures on them, and which code runs (domain
 * 3.12).
 *
 * <p>May depend on {@code canonical}, {@code ledger}, {@code shape}, {@code command} and {@code party}.
 */
@NullMarked
package io.provenant.attest;

import org.jspecify.annotations.NullMarked;
