package io.provenant.proof.attestation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.canonical.Digest;
import io.provenant.proof.format.ProofFile;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * What the endorsers signed: the hash of the question, the answer, and each key that was read with its version, which
 * exists only if the transaction that wrote it was valid.
 */
public record AttestResponse(
        ByteString bytes, ProposalResponsePayload payload, ChaincodeAction action, AttestedState state) {

    /** Where a value was written. */
    public record Version(long blockNumber, long transactionNumber) {}

    private static final int OK = 200;

    static AttestResponse parse(ByteString bytes) {
        try {
            ProposalResponsePayload payload = ProposalResponsePayload.parseFrom(bytes);
            ChaincodeAction action = ChaincodeAction.parseFrom(payload.getExtension());
            int status = action.getResponse().getStatus();
            if (status != OK) {
                throw new IllegalArgumentException("the answer has status " + status + ", expected " + OK);
            }
            byte[] answer = action.getResponse().getPayload().toByteArray();
            return new AttestResponse(bytes, payload, action, AttestedState.parse(ProofFile.read(answer)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("payload is no ProposalResponsePayload of a chaincode call", e);
        }
    }

    /** The hash of the proposal that was answered. */
    public Digest proposalHash() {
        return Digest.of(payload.getProposalHash().toByteArray());
    }

    /** The name of the chaincode that answered. */
    public String chaincodeName() {
        return action.getChaincodeId().getName();
    }

    /** The keys read in this namespace, each with its version, or none where it was absent. */
    public SortedMap<String, Optional<Version>> reads(String namespace) {
        SortedMap<String, Optional<Version>> reads = new TreeMap<>();
        try {
            for (NsReadWriteSet set :
                    TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
                if (set.getNamespace().equals(namespace)) {
                    KVRWSet.parseFrom(set.getRwset())
                            .getReadsList()
                            .forEach(read -> reads.put(read.getKey(), version(read)));
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the answer has no readable read set", e);
        }
        return Collections.unmodifiableSortedMap(reads);
    }

    private static Optional<Version> version(KVRead read) {
        return read.hasVersion()
                ? Optional.of(new Version(
                        read.getVersion().getBlockNum(), read.getVersion().getTxNum()))
                : Optional.empty();
    }
}
