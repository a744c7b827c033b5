package io.provenant.network.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import io.provenant.network.embedded.access.AccessDeniedException;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.SignedMessage;
import io.provenant.network.embedded.deliver.BlockFollower;
import io.provenant.network.embedded.deliver.BlockSink;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.ledger.CommittedTransaction;
import java.util.List;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;

/** The events of one chaincode for one client: one message a block that has any. */
final class EventStream implements BlockSink {

    private final ChaincodeEventsRequest request;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> client;
    private boolean isPastKnown;

    private EventStream(ChaincodeEventsRequest request, ServerCallStreamObserver<ChaincodeEventsResponse> client) {
        this.request = request;
        this.client = client;
        this.isPastKnown = request.getAfterTransactionId().isEmpty();
    }

    static void open(
            SignedChaincodeEventsRequest signed,
            ServerCallStreamObserver<ChaincodeEventsResponse> client,
            ChannelAccess access,
            ChannelLedger ledger,
            Executor executor) {
        ChaincodeEventsRequest request = checked(signed, access);
        EventStream stream = new EventStream(request, client);
        BlockFollower follower = BlockFollower.start(ledger, start(request, ledger), stream, executor);
        client.setOnReadyHandler(follower::signal);
        client.setOnCancelHandler(follower::close);
    }

    private static ChaincodeEventsRequest checked(SignedChaincodeEventsRequest signed, ChannelAccess access) {
        if (signed.getRequest().isEmpty()) {
            throw new GatewayException(Code.INVALID_ARGUMENT, "a chaincode events request is required");
        }
        try {
            ChaincodeEventsRequest request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
            access.requireReader(
                    request.getChannelId(),
                    new SignedMessage(signed.getRequest(), request.getIdentity(), signed.getSignature()));
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw new GatewayException(
                    Code.INVALID_ARGUMENT,
                    "invalid chaincode events request: proto: cannot parse invalid wire-format data");
        } catch (AccessDeniedException e) {
            throw new GatewayException(Code.PERMISSION_DENIED, e.text());
        }
    }

    private static long start(ChaincodeEventsRequest request, ChannelLedger ledger) {
        return ledger.transaction(request.getAfterTransactionId())
                .map(CommittedTransaction::blockNumber)
                .orElseGet(() -> start(request.getStartPosition(), ledger));
    }

    private static long start(SeekPosition position, ChannelLedger ledger) {
        return switch (position.getTypeCase()) {
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> ledger.height();
            case OLDEST -> throw invalidStart("Oldest");
            case NEWEST -> throw invalidStart("Newest");
        };
    }

    private static GatewayException invalidStart(String type) {
        return new GatewayException(
                Code.INVALID_ARGUMENT, "invalid start position type: *orderer.SeekPosition_" + type);
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public boolean take(Block block) {
        List<ChaincodeEvent> events =
                ChaincodeEvents.of(block).stream().filter(this::isWanted).toList();
        if (!events.isEmpty()) {
            client.onNext(ChaincodeEventsResponse.newBuilder()
                    .setBlockNumber(block.getHeader().getNumber())
                    .addAllEvents(events)
                    .build());
        }
        return true;
    }

    /** As in Fabric the transaction after which events are wanted is recognised by an event of its own. */
    private boolean isWanted(ChaincodeEvent event) {
        if (!isPastKnown) {
            isPastKnown = event.getTxId().equals(request.getAfterTransactionId());
            return false;
        }
        return event.getChaincodeId().equals(request.getChaincodeId());
    }
}
