package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.state.KeyMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/**
 * Collects whose endorsement a simulation will need: the chaincode's policy, collections', and written keys' own, as an
 * endorser tells its gateway.
 */
final class Interest {

    private final String chaincode;
    private final SortedMap<String, SortedMap<String, ByteString>> ownPolicies = new TreeMap<>();
    private final SortedSet<String> plainlyWritten = new TreeSet<>();
    private final SortedSet<String> privatelyRead = new TreeSet<>();
    private boolean hasWrites;

    Interest(String chaincode) {
        this.chaincode = chaincode;
    }

    /** A key was written that has this metadata in the state; the empty name of a collection means public keys. */
    void write(String collection, String key, ByteString metadata) {
        hasWrites = true;
        ByteString policy = KeyMetadata.decode(metadata).get(KeyMetadata.VALIDATION_PARAMETER);
        if (policy == null) {
            plainlyWritten.add(collection);
        } else {
            ownPolicies.computeIfAbsent(collection, missing -> new TreeMap<>()).put(key, policy);
        }
    }

    void readPrivate(String collection) {
        privatelyRead.add(collection);
    }

    /** What is asked for; {@code hasReads} says whether the chaincode's namespace occurs in the read-write set. */
    ChaincodeInterest build(boolean hasReads) {
        ChaincodeInterest.Builder interest = ChaincodeInterest.newBuilder();
        List<SignaturePolicyEnvelope> policies = policies();
        boolean isPolicyOfChaincodeNeeded = plainlyWritten.contains("") || (!hasWrites && hasReads);
        if (isPolicyOfChaincodeNeeded || !policies.isEmpty()) {
            interest.addChaincodes(ChaincodeCall.newBuilder()
                    .setName(chaincode)
                    .addAllKeyPolicies(policies)
                    .setDisregardNamespacePolicy(!isPolicyOfChaincodeNeeded));
        }
        SortedSet<String> collections = new TreeSet<>(plainlyWritten);
        collections.addAll(privatelyRead);
        collections.remove("");
        collections.forEach(collection -> interest.addChaincodes(ChaincodeCall.newBuilder()
                .setName(chaincode)
                .addCollectionNames(collection)
                .setNoPrivateReads(!privatelyRead.contains(collection))));
        return interest.build();
    }

    private List<SignaturePolicyEnvelope> policies() {
        List<SignaturePolicyEnvelope> policies = new ArrayList<>();
        for (SortedMap<String, ByteString> keys : ownPolicies.values()) {
            for (ByteString policy : keys.values()) {
                try {
                    policies.add(SignaturePolicyEnvelope.parseFrom(policy));
                } catch (InvalidProtocolBufferException e) {
                    throw new LedgerException("error unmarshalling SignaturePolicyEnvelope: " + e.getMessage());
                }
            }
        }
        return policies;
    }
}
