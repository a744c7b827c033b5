package io.provenant.network.testing;

import java.util.List;
import java.util.Locale;

/** What a ledger is made of; equal ones can be one. */
record LedgerSpec(Code code, String channel, List<String> mspIds) {

    private static final String MSP = "MSP";

    LedgerSpec {
        mspIds = List.copyOf(mspIds);
    }

    static LedgerSpec of(OnLedger asked) {
        return new LedgerSpec(asked.code(), asked.channel(), List.of(asked.mspIds()));
    }

    /** The domain in which an organisation's nodes are named. */
    static String domain(String mspId) {
        String name = mspId.endsWith(MSP) ? mspId.substring(0, mspId.length() - MSP.length()) : mspId;
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-") + ".example";
    }

    /** The policy of the chaincode: the peers of any two of the organisations. */
    String endorsementPolicy() {
        StringBuilder policy = new StringBuilder("OutOf(2");
        mspIds.forEach(mspId -> policy.append(", '").append(mspId).append(".peer'"));
        return policy.append(')').toString();
    }
}
