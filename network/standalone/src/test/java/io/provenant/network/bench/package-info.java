/**
 * Programs that measure ledgers, started by the scripts under {@code scripts/bench}, and the plain chaincode that they
 * compare with. No test and nothing of the product depends on this package.
 */
@NullMarked
package io.provenant.network.bench;

import org.jspecify.annotations.NullMarked;
