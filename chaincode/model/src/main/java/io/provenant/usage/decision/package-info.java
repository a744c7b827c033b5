/**
 * How a decision about a use comes about (domain 5): what is read and in which order, the rules, one class each, and the
 * terms of a permit. Pure: the same reads give the same outcome, reasons, duties and rules run.
 *
 * <p>May depend on {@code usage}, {@code asset}, {@code consent}, {@code party}, {@code listing}, {@code approval},
 * {@code ruleset} and what these may depend on.
 */
@NullMarked
package io.provenant.usage.decision;

import org.jspecify.annotations.NullMarked;
