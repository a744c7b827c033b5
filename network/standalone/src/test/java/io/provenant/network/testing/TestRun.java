package io.provenant.network.testing;

import io.provenant.network.standalone.ledger.LedgerKind;

/** What this run of the tests was asked to run on. */
public final class TestRun {

    private TestRun() {}

    /** The kind of ledger: {@code -Dledger=embedded|fabric} and {@code -Dconsensus=raft|bft}. */
    public static LedgerKind ledger() {
        return LedgerKind.of(System.getProperty("ledger", "embedded"), System.getProperty("consensus", "raft"));
    }
}
