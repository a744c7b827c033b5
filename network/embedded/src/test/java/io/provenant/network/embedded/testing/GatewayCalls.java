package io.provenant.network.embedded.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import io.provenant.network.identity.Credential;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;

/** The gateway's calls made by hand, one by one, for one client. */
public final class GatewayCalls {

    private final GatewayGrpc.GatewayBlockingStub gateway;
    private final String mspId;
    private final Credential client;

    public GatewayCalls(ManagedChannel channel, String mspId, Credential client) {
        this.gateway = GatewayGrpc.newBlockingStub(channel);
        this.mspId = mspId;
        this.client = client;
    }

    public GatewayGrpc.GatewayBlockingStub gateway() {
        return gateway;
    }

    public TestProposal proposal(String... arguments) {
        return TestProposal.by(mspId, client).arguments(arguments);
    }

    /** An endorsed transaction, signed. */
    public Envelope endorsed(TestProposal proposal, String... organisations) {
        Envelope prepared = gateway.withDeadlineAfter(20, TimeUnit.SECONDS)
                .endorse(proposal.toEndorse(organisations))
                .getPreparedTransaction();
        return TestProposal.sign(prepared, client);
    }

    public void submit(Envelope transaction) {
        gateway.submit(toSubmit(transaction).build());
    }

    public static SubmitRequest.Builder toSubmit(Envelope transaction) {
        return SubmitRequest.newBuilder().setChannelId(TestChannel.NAME).setPreparedTransaction(transaction);
    }

    /** Submits and waits for the commit. */
    public CommitStatusResponse commit(Envelope transaction) {
        submit(transaction);
        return awaitStatus(txId(transaction));
    }

    public CommitStatusResponse awaitStatus(String txId) {
        return gateway.withDeadlineAfter(20, TimeUnit.SECONDS)
                .commitStatus(signed(status(TestChannel.NAME, txId).build()));
    }

    public CommitStatusRequest.Builder status(String channelId, String txId) {
        return CommitStatusRequest.newBuilder()
                .setChannelId(channelId)
                .setTransactionId(txId)
                .setIdentity(TestChannel.serialized(mspId, client));
    }

    public SignedCommitStatusRequest signed(CommitStatusRequest request) {
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .setSignature(signature(request.toByteString()))
                .build();
    }

    public ChaincodeEventsRequest.Builder events(String channelId) {
        return ChaincodeEventsRequest.newBuilder()
                .setChannelId(channelId)
                .setChaincodeId(TestChannel.CHAINCODE)
                .setIdentity(TestChannel.serialized(mspId, client));
    }

    public Iterator<ChaincodeEventsResponse> open(ChaincodeEventsRequest request) {
        return gateway.withDeadlineAfter(20, TimeUnit.SECONDS)
                .chaincodeEvents(SignedChaincodeEventsRequest.newBuilder()
                        .setRequest(request.toByteString())
                        .setSignature(signature(request.toByteString()))
                        .build());
    }

    public ByteString signature(ByteString message) {
        return ByteString.copyFrom(client.sign(message.toByteArray()));
    }

    public static String txId(Envelope transaction) {
        try {
            Payload payload = Payload.parseFrom(transaction.getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getTxId();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
