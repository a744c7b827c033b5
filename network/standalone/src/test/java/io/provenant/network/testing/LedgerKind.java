package io.provenant.network.testing;

import io.provenant.network.fabric.Consensus;
import java.nio.file.Path;
import java.util.Locale;

/** What a ledger is made of, as {@code -Dledger=embedded|fabric} and {@code -Dconsensus=raft|bft} ask for it. */
public enum LedgerKind {
    /** The node inside the JVM. */
    EMBEDDED {
        @Override
        RunningLedger up(LedgerSpec spec, Path folder) {
            return EmbeddedLedger.up(spec, folder);
        }
    },
    /** Real Fabric with one Raft orderer. */
    RAFT {
        @Override
        RunningLedger up(LedgerSpec spec, Path folder) {
            return FabricLedger.up(spec, folder, Consensus.RAFT);
        }
    },
    /** Real Fabric with four BFT orderers. */
    BFT {
        @Override
        RunningLedger up(LedgerSpec spec, Path folder) {
            return FabricLedger.up(spec, folder, Consensus.BFT);
        }
    };

    /** The kind that this run of the tests is about. */
    public static LedgerKind asked() {
        String ledger = System.getProperty("ledger", "embedded");
        Consensus consensus = Consensus.parse(System.getProperty("consensus", "raft"));
        return switch (ledger) {
            case "fabric" -> consensus == Consensus.BFT ? BFT : RAFT;
            case "embedded" -> EMBEDDED;
            default -> throw new IllegalArgumentException("-Dledger is embedded or fabric, not " + ledger);
        };
    }

    /** Whether its peers are Fabric's own. */
    public boolean isReal() {
        return this != EMBEDDED;
    }

    /** The name that records of it carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract RunningLedger up(LedgerSpec spec, Path folder);
}
