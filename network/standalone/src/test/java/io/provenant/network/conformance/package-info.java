/**
 * What a ledger does, written down so that two ledgers can be compared: seeded schedules of transactions, and single
 * calls that go wrong. Speaks gRPC without a client library, so that every part of a message can be wrong. The facts
 * are those of real Fabric, see {@code conformance/} among the test resources.
 */
@NullMarked
package io.provenant.network.conformance;

import org.jspecify.annotations.NullMarked;
