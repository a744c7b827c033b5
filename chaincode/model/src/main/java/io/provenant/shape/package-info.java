/**
 * The shapes of command bodies and rule-set sections, as data: they drive the check, the OpenAPI document, the command
 * line and the documentation.
 *
 * <p>May depend on {@code canonical} and {@code ledger}.
 */
@NullMarked
package io.provenant.shape;

import org.jspecify.annotations.NullMarked;
