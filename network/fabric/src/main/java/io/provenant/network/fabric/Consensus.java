package io.provenant.network.fabric;

import java.util.Locale;

/** How the orderers agree: Raft survives crashes, BFT also orderers that lie (one of four). */
public enum Consensus {
    RAFT(1),
    BFT(4);

    private final int defaultOrderers;

    Consensus(int defaultOrderers) {
        this.defaultOrderers = defaultOrderers;
    }

    /** Parses {@code raft} or {@code bft}. */
    public static Consensus parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "raft" -> RAFT;
            case "bft" -> BFT;
            default -> throw new IllegalArgumentException("consensus is raft or bft, not \"" + text + "\"");
        };
    }

    public int defaultOrderers() {
        return defaultOrderers;
    }
}
