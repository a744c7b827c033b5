/** What the model's tests share: a sorted map behind the port, and a market founded on it. */
@NullMarked
package io.provenant.testing;

import org.jspecify.annotations.NullMarked;
