/**
 * Where a version came from, judged once when it is sealed (domain 4.4, INV-A1 to A10): what its parents were, whose
 * they are, and whose consents it carries.
 *
 * <p>May depend on {@code asset}, {@code usage}, {@code consent}, {@code approval}, {@code party}, {@code ruleset} and
 * what these may depend on.
 */
@NullMarked
package io.provenant.asset.lineage;

import org.jspecify.annotations.NullMarked;
