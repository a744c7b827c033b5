package io.provenant.network.conformance;

import java.util.regex.Pattern;

/** What kind of difference two records of one case show. */
final class Difference {

    private static final Pattern COPY = Pattern.compile(",\"([a-z]) [A-Z_]+\"");
    private static final String REFUSED_COPY = "request already processed";
    private static final String QUORUM = "insufficient number of orderers could successfully process transaction";

    private Difference() {}

    /** In words, for the report. */
    static String between(String raft, String bft) {
        if (bft.contains(REFUSED_COPY)) {
            return "a copy of what was ordered is refused, where Raft orders it again";
        }
        if (bft.contains(QUORUM)) {
            return "a submission that orderers refuse is UNAVAILABLE with a detail of each, where Raft's is ABORTED";
        }
        if (COPY.matcher(bft).results().count() < COPY.matcher(raft).results().count()) {
            return "two copies that wait for one block are one transaction, where Raft orders both";
        }
        return "something else";
    }
}
