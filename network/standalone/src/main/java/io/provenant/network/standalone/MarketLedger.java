package io.provenant.network.standalone;

import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.ledger.LedgerCode;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.standalone.ledger.LedgerSpec;
import io.provenant.network.standalone.ledger.RunningLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The ledger of a standalone market: the three organisations' channel with the product's chaincode on it. */
record MarketLedger(LedgerKind kind, RunningLedger running) implements AutoCloseable {

    static final String CHANNEL = "market-1";
    static final String CHAINCODE = new ProvenantCode().chaincode();

    private static final Duration EXECUTE_TIMEOUT = Duration.ofSeconds(30);

    /** Starts it, or goes on with the one that is in the folder. */
    static MarketLedger start(LedgerKind kind, List<LedgerCode> codes, Path folder) {
        LedgerSpec spec = new LedgerSpec(
                CHANNEL, Member.all().stream().map(Member::settings).toList(), codes, EXECUTE_TIMEOUT);
        return new MarketLedger(kind, kind.up(spec, folder));
    }

    @Override
    public void close() {
        running.close();
    }
}
