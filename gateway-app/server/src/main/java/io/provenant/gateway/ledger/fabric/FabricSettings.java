package io.provenant.gateway.ledger.fabric;

import com.google.protobuf.ByteString;
import io.provenant.gateway.ledger.Signatory;
import java.util.List;
import java.util.Optional;

/**
 * Which chaincode this gateway talks to, and as whom.
 *
 * @param chaincode its name in the channel's definition
 * @param service whose certificate signs what no person asks for: the block stream, attestations, ticks, anchors
 * @param attesters the organisations asked for an attestation; empty: whom the chaincode's policy asks for
 * @param enough how many organisations must have signed an attestation
 * @param tlsClientHash SHA-256 of this client's TLS certificate, where the peer asks for one
 */
public record FabricSettings(
        String channel,
        String chaincode,
        String mspId,
        Signatory service,
        List<String> attesters,
        int enough,
        Optional<ByteString> tlsClientHash,
        Limits limits) {

    /** Copies the organisations in. */
    public FabricSettings {
        attesters = List.copyOf(attesters);
    }

    /** Two organisations attest, those that the chaincode's policy asks for; usual limits. */
    public static FabricSettings usual(String channel, String chaincode, String mspId, Signatory service) {
        return new FabricSettings(channel, chaincode, mspId, service, List.of(), 2, Optional.empty(), Limits.usual());
    }

    /** The same with other limits. */
    public FabricSettings within(Limits other) {
        return new FabricSettings(channel, chaincode, mspId, service, attesters, enough, tlsClientHash, other);
    }
}
