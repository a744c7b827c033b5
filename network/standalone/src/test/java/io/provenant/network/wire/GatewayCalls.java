package io.provenant.network.wire;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.Response;

/** The calls of one organisation's gateway; each throws a {@link Refusal}. */
public record GatewayCalls(ManagedChannel connection, Duration patience) {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(40);

    public static GatewayCalls of(ManagedChannel connection) {
        return new GatewayCalls(connection, USUAL_PATIENCE);
    }

    public GatewayCalls withPatience(Duration replacement) {
        return new GatewayCalls(connection, replacement);
    }

    /** The prepared transaction. */
    public Envelope endorse(Proposed proposed, List<String> endorsingMspIds) {
        return endorse(EndorseRequest.newBuilder()
                .setChannelId(proposed.channel())
                .setTransactionId(proposed.txId())
                .setProposedTransaction(proposed.signed())
                .addAllEndorsingOrganizations(endorsingMspIds)
                .build());
    }

    public Envelope endorse(EndorseRequest request) {
        return call(stub -> stub.endorse(request)).getPreparedTransaction();
    }

    public Response evaluate(Proposed proposed, List<String> targetMspIds) {
        return evaluate(EvaluateRequest.newBuilder()
                .setChannelId(proposed.channel())
                .setTransactionId(proposed.txId())
                .setProposedTransaction(proposed.signed())
                .addAllTargetOrganizations(targetMspIds)
                .build());
    }

    public Response evaluate(EvaluateRequest request) {
        return call(stub -> stub.evaluate(request)).getResult();
    }

    public void submit(String channel, String txId, Envelope transaction) {
        submit(SubmitRequest.newBuilder()
                .setChannelId(channel)
                .setTransactionId(txId)
                .setPreparedTransaction(transaction)
                .build());
    }

    public void submit(SubmitRequest request) {
        call(stub -> stub.submit(request));
    }

    public CommitStatusResponse commitStatus(String channel, String txId, Signer signer) {
        ByteString request = CommitStatusRequest.newBuilder()
                .setChannelId(channel)
                .setTransactionId(txId)
                .setIdentity(signer.creator())
                .build()
                .toByteString();
        return commitStatus(SignedCommitStatusRequest.newBuilder()
                .setRequest(request)
                .setSignature(signer.sign(request))
                .build());
    }

    public CommitStatusResponse commitStatus(SignedCommitStatusRequest request) {
        return call(stub -> stub.commitStatus(request));
    }

    public <T> T call(Function<GatewayGrpc.GatewayBlockingStub, T> call) {
        try {
            return call.apply(GatewayGrpc.newBlockingStub(connection)
                    .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (StatusRuntimeException e) {
            throw Refusal.of(e);
        }
    }
}
