package io.provenant.network.fault;

import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.network.fabric.FabricNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A network with a founded market, and a client of the exchange under whose load faults are tried. */
final class FaultScene implements AutoCloseable {

    private final FaultyLedger ledger;
    private final Care care;
    private final FabricLedgerClient client;
    private final Faults faults;

    private FaultScene(FaultyLedger ledger, Path keys) {
        this.ledger = ledger;
        this.care = new Care(ledger.ledger(), keys);
        this.client = ledger.client(FaultyLedger.LIMITS);
        this.faults = new Faults(ledger, care);
    }

    /** Starts one of BFT with four orderers, or Raft with this many; what cannot begin leaves no process behind. */
    static FaultScene start(Path keys, int raftOrderers) {
        FaultyLedger ledger = FaultyLedger.up(FaultyLedger.newFolder(), raftOrderers);
        try {
            return new FaultScene(ledger, keys);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    FaultyLedger ledger() {
        return ledger;
    }

    FabricNetwork network() {
        return ledger.network();
    }

    /** As {@link Faults#under}, for the exchange's client. */
    Duration under(String fault, Set<String> words, Duration hold, Runnable breaks, Runnable repairs) {
        return under(client, fault, words, hold, breaks, repairs);
    }

    /** The same for a client on a way of its own. */
    Duration under(
            FabricLedgerClient other,
            String fault,
            Set<String> words,
            Duration hold,
            Runnable breaks,
            Runnable repairs) {
        return faults.under(other, fault, words, hold, breaks, repairs);
    }

    /** Compares all that was told with the chain, and stops it. */
    @Override
    public void close() {
        try (ledger;
                care;
                client) {
            faults.requireAccount(client);
        }
    }
}
