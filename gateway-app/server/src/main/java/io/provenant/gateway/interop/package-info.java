/**
 * The formats of others, translated at the edge: OpenLineage events in.
 *
 * <p>May depend on the model, on the proof library's full RFC 8785 and on {@code log}; knows no route and no ledger.
 */
@NullMarked
package io.provenant.gateway.interop;

import org.jspecify.annotations.NullMarked;
