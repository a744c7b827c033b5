package io.provenant.network.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.provenant.network.embedded.ledger.Scan;
import io.provenant.network.embedded.ledger.Simulation;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** What a chaincode asks its peer for during one transaction. Refusals carry the texts of Fabric's peer. */
final class StateRequests {

    private final Simulation simulation;
    private final OpenScans scans = new OpenScans();

    StateRequests(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The payload of the answer; what the peer refuses is an exception with its text. */
    ByteString answer(ChaincodeMessage request) {
        try {
            return payload(request.getType(), request.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw new StateRefusal("unmarshal failed: proto: cannot parse invalid wire-format data");
        }
    }

    private ByteString payload(ChaincodeMessage.Type type, ByteString payload) throws InvalidProtocolBufferException {
        return switch (type) {
            case GET_STATE -> get(GetState.parseFrom(payload));
            case GET_PRIVATE_DATA_HASH -> getHash(GetState.parseFrom(payload));
            case GET_STATE_METADATA -> getMetadata(GetStateMetadata.parseFrom(payload));
            case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload));
            case GET_HISTORY_FOR_KEY -> history(GetHistoryForKey.parseFrom(payload));
            case QUERY_STATE_NEXT ->
                scans.next(QueryStateNext.parseFrom(payload).getId());
            case QUERY_STATE_CLOSE ->
                scans.close(QueryStateClose.parseFrom(payload).getId());
            case PUT_STATE -> done(() -> put(PutState.parseFrom(payload)));
            case PUT_STATE_METADATA -> done(() -> putMetadata(PutStateMetadata.parseFrom(payload)));
            case DEL_STATE -> done(() -> delete(DelState.parseFrom(payload)));
            case PURGE_PRIVATE_DATA -> done(() -> purge(DelState.parseFrom(payload)));
            case GET_QUERY_RESULT -> throw new StateRefusal("ExecuteQuery not supported for leveldb");
            default -> throw new StateRefusal("execute failed: this node runs no chaincode from another");
        };
    }

    private ByteString get(GetState request) {
        return (request.getCollection().isEmpty()
                        ? simulation.get(request.getKey())
                        : simulation.getPrivate(request.getCollection(), request.getKey()))
                .orElse(ByteString.EMPTY);
    }

    private ByteString getHash(GetState request) {
        return simulation
                .getPrivateHash(request.getCollection(), request.getKey())
                .orElse(ByteString.EMPTY);
    }

    private ByteString getMetadata(GetStateMetadata request) {
        SortedMap<String, ByteString> metadata = request.getCollection().isEmpty()
                ? simulation.metadata(request.getKey())
                : simulation.privateMetadata(request.getCollection(), request.getKey());
        StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
        metadata.forEach((name, value) ->
                result.addEntries(StateMetadata.newBuilder().setMetakey(name).setValue(value)));
        return result.build().toByteString();
    }

    private ByteString range(GetStateByRange request) throws InvalidProtocolBufferException {
        QueryMetadata page = QueryMetadata.parseFrom(request.getMetadata());
        boolean isPrivate = !request.getCollection().isEmpty();
        if (!isPrivate && (page.getPageSize() != 0 || !page.getBookmark().isEmpty())) {
            throw new StateRefusal("paginated queries are not supported by this node");
        }
        Scan<? extends MessageLite> scan = isPrivate
                ? simulation.privateRange(request.getCollection(), request.getStartKey(), request.getEndKey())
                : simulation.range(request.getStartKey(), request.getEndKey());
        return scans.open(scan);
    }

    private ByteString history(GetHistoryForKey request) {
        return scans.open(simulation.history(request.getKey()));
    }

    private void put(PutState request) {
        if (request.getCollection().isEmpty()) {
            simulation.put(request.getKey(), request.getValue());
        } else {
            simulation.putPrivate(request.getCollection(), request.getKey(), request.getValue());
        }
    }

    private void putMetadata(PutStateMetadata request) {
        StateMetadata metadata = request.getMetadata();
        if (request.getCollection().isEmpty()) {
            simulation.putMetadata(request.getKey(), metadata.getMetakey(), metadata.getValue());
        } else {
            simulation.putPrivateMetadata(
                    request.getCollection(), request.getKey(), metadata.getMetakey(), metadata.getValue());
        }
    }

    private void delete(DelState request) {
        if (request.getCollection().isEmpty()) {
            simulation.delete(request.getKey());
        } else {
            simulation.deletePrivate(request.getCollection(), request.getKey());
        }
    }

    private void purge(DelState request) {
        if (request.getCollection().isEmpty()) {
            throw new StateRefusal("only applicable for private data");
        }
        simulation.purgePrivate(request.getCollection(), request.getKey());
    }

    private interface Write {

        void perform() throws InvalidProtocolBufferException;
    }

    private static ByteString done(Write write) throws InvalidProtocolBufferException {
        write.perform();
        return ByteString.EMPTY;
    }
}
