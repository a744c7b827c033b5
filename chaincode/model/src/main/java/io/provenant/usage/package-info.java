/**
 * The request, the decision with every reason, the use, and what is owed for it (domain 4.7).
 *
 * <p>May depend on every package of the model but {@code dispatch}.
 */
@NullMarked
package io.provenant.usage;

import org.jspecify.annotations.NullMarked;
