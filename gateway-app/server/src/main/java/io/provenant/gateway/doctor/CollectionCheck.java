package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.document.OwnCollection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;

/** Examines whether an organisation's own collection is the organisation's alone, as the channel's definition has it. */
final class CollectionCheck {

    private CollectionCheck() {}

    /** The definition's collections; nothing where the ledger cannot be asked for definitions. */
    static Optional<QueryChaincodeDefinitionResult> definition(Network network, String chaincode) {
        byte[] question = QueryChaincodeDefinitionArgs.newBuilder()
                .setName(chaincode)
                .build()
                .toByteArray();
        try {
            return Optional.of(QueryChaincodeDefinitionResult.parseFrom(network.getContract("_lifecycle")
                    .newProposal("QueryChaincodeDefinition")
                    .addArguments(question)
                    .build()
                    .evaluate()));
        } catch (GatewayException | InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    static String own(QueryChaincodeDefinitionResult definition, String mspId) throws InvalidProtocolBufferException {
        String name = OwnCollection.of(mspId);
        Optional<StaticCollectionConfig> found = definition.getCollections().getConfigList().stream()
                .map(CollectionConfig::getStaticCollectionConfig)
                .filter(collection -> collection.getName().equals(name))
                .findFirst();
        require(
                found.isPresent(),
                "the chaincode's definition has no collection " + name
                        + ", so nothing private can be deposited: approve"
                        + " and commit one with what \"provenant collections\" prints");
        StaticCollectionConfig own = found.orElseThrow();
        require(
                own.getMemberOnlyRead() && own.getMemberOnlyWrite(),
                name + " is open to others' clients: set memberOnlyRead and memberOnlyWrite in its definition");
        requireAlone(name + " has the members ", own.getMemberOrgsPolicy().getSignaturePolicy(), mspId);
        requireAlone(name + " is endorsed by ", own.getEndorsementPolicy().getSignaturePolicy(), mspId);
        return name + " is its own members' alone";
    }

    private static void requireAlone(String what, SignaturePolicyEnvelope policy, String mspId)
            throws InvalidProtocolBufferException {
        SortedSet<String> mspIds = new TreeSet<>();
        for (MSPPrincipal principal : policy.getIdentitiesList()) {
            mspIds.add(MSPRole.parseFrom(principal.getPrincipal()).getMspIdentifier());
        }
        require(
                mspIds.equals(new TreeSet<>(List.of(mspId))),
                what + mspIds + ", expected " + mspId + " alone: others reach its papers; ask who approved that");
    }
}
