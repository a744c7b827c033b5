package io.provenant.network.standalone.ledger;

import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Quorum;
import java.time.Duration;
import java.util.List;

/**
 * What runs on a ledger and for whom; equal ones can be one ledger.
 *
 * @param members the organisations, each with a peer; any two of them endorse
 * @param codes one or more chaincodes; an embedded node takes one
 * @param executeTimeout how long a call of the chaincode may take
 */
public record LedgerSpec(
        String channel, List<MemberSettings> members, List<LedgerCode> codes, Duration executeTimeout) {

    /** Copies the lists in. */
    public LedgerSpec {
        members = List.copyOf(members);
        codes = List.copyOf(codes);
    }

    /** The organisations' MSP ids. */
    public List<String> mspIds() {
        return members.stream().map(MemberSettings::mspId).toList();
    }

    /** The policy of the chaincode. */
    String endorsementPolicy() {
        return Quorum.of(members).ofPeers();
    }
}
