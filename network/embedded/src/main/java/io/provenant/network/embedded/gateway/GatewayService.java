package io.provenant.network.embedded.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.provenant.network.embedded.access.AccessDeniedException;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.SignedMessage;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.order.OrderRefusedException;
import io.provenant.network.embedded.order.Orderer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;

/** {@code gateway.Gateway} of one organisation's peer, with the codes, texts and details of Fabric's. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {

    private final ChannelLedger ledger;
    private final ChannelAccess access;
    private final Orderer orderer;
    private final OrdererAddress ordererAddress;
    private final CommitWaiters waiters;
    private final Executor executor;
    private final EndorseCall endorseCall;
    private final EvaluateCall evaluateCall;

    /** Where the orderer is said to be, for the details of failures. */
    public record OrdererAddress(String mspId, String address) {}

    public GatewayService(
            String localMspId,
            PeerDirectory directory,
            ChannelLedger ledger,
            Orderer orderer,
            OrdererAddress ordererAddress,
            CommitWaiters waiters,
            Executor executor) {
        this.ledger = ledger;
        this.access = new ChannelAccess(ledger.channelId(), ledger.membership());
        this.orderer = orderer;
        this.ordererAddress = ordererAddress;
        this.waiters = waiters;
        this.executor = executor;
        GatewayPeers peers =
                new GatewayPeers(ledger.channelId(), ledger.chaincode().name(), localMspId, directory);
        ChaincodePolicies policies = new ChaincodePolicies(ledger.channelId(), ledger.chaincode(), ledger.membership());
        this.endorseCall = new EndorseCall(peers, new Layouts(policies, ledger.membership(), directory));
        this.evaluateCall = new EvaluateCall(ledger.channelId(), peers);
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
        answer(
                client,
                () -> evaluateCall
                        .run(request)
                        .thenApply(result ->
                                EvaluateResponse.newBuilder().setResult(result).build()));
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
        answer(
                client,
                () -> endorseCall
                        .run(request)
                        .thenApply(transaction -> EndorseResponse.newBuilder()
                                .setPreparedTransaction(transaction)
                                .build()));
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
        answer(client, () -> {
            submit(request);
            return CompletableFuture.completedFuture(SubmitResponse.getDefaultInstance());
        });
    }

    private void submit(SubmitRequest request) {
        if (!request.hasPreparedTransaction()) {
            throw new GatewayException(Code.INVALID_ARGUMENT, "a prepared transaction is required");
        }
        if (request.getPreparedTransaction().getSignature().isEmpty()) {
            throw new GatewayException(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
        }
        if (!request.getChannelId().equals(access.channel())) {
            throw new GatewayException(
                    Code.FAILED_PRECONDITION,
                    "failed to get config for channel [" + request.getChannelId()
                            + "]: could not get last config for channel " + request.getChannelId());
        }
        try {
            orderer.submit(request.getPreparedTransaction());
        } catch (OrderRefusedException e) {
            throw refused(e);
        }
    }

    private GatewayException refused(OrderRefusedException refusal) {
        String info = "status=" + refusal.status().name() + ", info=" + refusal.info();
        if (refusal.status().getNumber() < 500) {
            return new GatewayException(Code.ABORTED, "received unsuccessful response from orderer: " + info);
        }
        ErrorDetail detail = ErrorDetail.newBuilder()
                .setAddress(ordererAddress.address())
                .setMspId(ordererAddress.mspId())
                .setMessage("rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while"
                        + " dialing: dial tcp " + ordererAddress.address() + ": connect: connection refused\"")
                .build();
        return new GatewayException(
                Code.UNAVAILABLE, "no orderers could successfully process transaction", List.of(detail));
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest signed, StreamObserver<CommitStatusResponse> client) {
        answer(client, () -> {
            CommitWaiters.Wait wait = waiters.await(checked(signed).getTransactionId());
            ((ServerCallStreamObserver<CommitStatusResponse>) client).setOnCancelHandler(wait::leave);
            return wait.commit()
                    .thenApply(transaction -> CommitStatusResponse.newBuilder()
                            .setResult(transaction.validationCode())
                            .setBlockNumber(transaction.blockNumber())
                            .build());
        });
    }

    private CommitStatusRequest checked(SignedCommitStatusRequest signed) {
        if (signed.getRequest().isEmpty()) {
            throw new GatewayException(Code.INVALID_ARGUMENT, "a commit status request is required");
        }
        try {
            CommitStatusRequest request = CommitStatusRequest.parseFrom(signed.getRequest());
            String missing = request.getIdentity().isEmpty()
                    ? "no identity provided"
                    : request.getChannelId().isEmpty()
                            ? "no channel ID provided"
                            : request.getTransactionId().isEmpty() ? "transaction ID should not be empty" : "";
            if (!missing.isEmpty()) {
                throw new GatewayException(Code.INVALID_ARGUMENT, missing);
            }
            access.requireReader(
                    request.getChannelId(),
                    new SignedMessage(signed.getRequest(), request.getIdentity(), signed.getSignature()));
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw new GatewayException(
                    Code.INVALID_ARGUMENT, "invalid status request: proto: cannot parse invalid wire-format data");
        } catch (AccessDeniedException e) {
            throw new GatewayException(Code.PERMISSION_DENIED, e.text());
        }
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> client) {
        try {
            EventStream.open(
                    request, (ServerCallStreamObserver<ChaincodeEventsResponse>) client, access, ledger, executor);
        } catch (GatewayException e) {
            client.onError(e.asStatus());
        }
    }

    private static <T> void answer(StreamObserver<T> client, Supplier<CompletableFuture<T>> call) {
        CompletableFuture<T> answer;
        try {
            answer = call.get();
        } catch (GatewayException e) {
            client.onError(e.asStatus());
            return;
        }
        var unused = answer.whenComplete((value, failure) -> {
            if (failure == null) {
                client.onNext(value);
                client.onCompleted();
            } else {
                client.onError(status(failure));
            }
        });
    }

    private static Throwable status(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof GatewayException refusal
                ? refusal.asStatus()
                : Status.INTERNAL
                        .withCause(cause)
                        .withDescription("the node failed: " + cause)
                        .asException();
    }
}
