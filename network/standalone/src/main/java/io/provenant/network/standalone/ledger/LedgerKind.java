package io.provenant.network.standalone.ledger;

import io.provenant.network.fabric.Consensus;
import java.nio.file.Path;
import java.util.Locale;

/** What a ledger is made of: nothing that runs on it may know, but for what it has to say of the ordering. */
public enum LedgerKind {
    /** The node inside this JVM. */
    EMBEDDED("embedded", "solo", "a Fabric node inside this process") {
        @Override
        public RunningLedger up(LedgerSpec spec, Path folder) {
            return EmbeddedLedger.up(spec, folder);
        }
    },
    /** Real Fabric with one Raft orderer. */
    RAFT("fabric", "raft", "real Fabric with one Raft orderer") {
        @Override
        public RunningLedger up(LedgerSpec spec, Path folder) {
            return FabricLedger.up(spec, folder, Consensus.RAFT);
        }
    },
    /** Real Fabric with four BFT orderers. */
    BFT("fabric", "bft", "real Fabric with four BFT orderers") {
        @Override
        public RunningLedger up(LedgerSpec spec, Path folder) {
            return FabricLedger.up(spec, folder, Consensus.BFT);
        }
    };

    private final String network;
    private final String ordering;
    private final String description;

    LedgerKind(String network, String ordering, String description) {
        this.network = network;
        this.ordering = ordering;
        this.description = description;
    }

    /**
     * The kind of these names.
     *
     * @param network {@code embedded} or {@code fabric}
     * @param consensus {@code raft} or {@code bft}; an embedded node has neither
     */
    public static LedgerKind of(String network, String consensus) {
        Consensus known = Consensus.parse(consensus);
        return switch (network) {
            case "embedded" -> EMBEDDED;
            case "fabric" -> known == Consensus.BFT ? BFT : RAFT;
            default -> throw new IllegalArgumentException("a ledger is embedded or fabric, not " + network);
        };
    }

    /** Parses {@link #code}. */
    public static LedgerKind parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Its one name: {@code embedded}, {@code raft} or {@code bft}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The setting {@code provenant.market.network} of a gateway on it. */
    public String network() {
        return network;
    }

    /** The setting {@code provenant.market.ordering}. */
    public String ordering() {
        return ordering;
    }

    /** For people. */
    public String description() {
        return description;
    }

    /** Whether its peers are Fabric's own. */
    public boolean isReal() {
        return this != EMBEDDED;
    }

    /** Starts it in a folder, or goes on with what is there; everything of it ends with this JVM at the latest. */
    public abstract RunningLedger up(LedgerSpec spec, Path folder);
}
