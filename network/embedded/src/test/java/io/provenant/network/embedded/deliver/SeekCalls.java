package io.provenant.network.embedded.deliver;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.identity.Credential;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekOldest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** One open stream of blocks: seeks go in, whatever the peer sends comes out, its end included. */
final class SeekCalls implements StreamObserver<DeliverResponse> {

    static final DeliverResponse END = DeliverResponse.getDefaultInstance();

    private final BlockingQueue<DeliverResponse> received = new LinkedBlockingQueue<>();
    private final StreamObserver<Envelope> toPeer;
    private final String mspId;
    private final Credential client;

    private SeekCalls(DeliverGrpc.DeliverStub stub, boolean isFiltered, String mspId, Credential client) {
        this.mspId = mspId;
        this.client = client;
        this.toPeer = isFiltered ? stub.deliverFiltered(this) : stub.deliver(this);
    }

    static SeekCalls open(ManagedChannel channel, boolean isFiltered, String mspId, Credential client) {
        return new SeekCalls(DeliverGrpc.newStub(channel), isFiltered, mspId, client);
    }

    static SeekPosition at(long number) {
        return SeekPosition.newBuilder()
                .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                .build();
    }

    static SeekPosition oldest() {
        return SeekPosition.newBuilder()
                .setOldest(SeekOldest.getDefaultInstance())
                .build();
    }

    static SeekPosition newest() {
        return SeekPosition.newBuilder()
                .setNewest(SeekNewest.getDefaultInstance())
                .build();
    }

    static SeekInfo range(SeekPosition start, SeekPosition stop) {
        return SeekInfo.newBuilder().setStart(start).setStop(stop).build();
    }

    SeekCalls seek(SeekInfo seek) {
        return send(TestChannel.NAME, Instant.now(), seek);
    }

    SeekCalls send(String channel, Instant at, SeekInfo seek) {
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(ChannelHeader.newBuilder()
                                .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                                .setChannelId(channel)
                                .setTimestamp(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
                                .build()
                                .toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(TestChannel.serialized(mspId, client))
                                .build()
                                .toByteString()))
                .setData(seek.toByteString())
                .build();
        byte[] bytes = payload.toByteArray();
        return send(Envelope.newBuilder()
                .setPayload(ByteString.copyFrom(bytes))
                .setSignature(ByteString.copyFrom(client.sign(bytes)))
                .build());
    }

    SeekCalls send(Envelope envelope) {
        toPeer.onNext(envelope);
        return this;
    }

    void halfClose() {
        toPeer.onCompleted();
    }

    /** What comes next; {@link #END} where the peer ended the stream without an error. */
    DeliverResponse next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(10, TimeUnit.SECONDS), "nothing came");
    }

    boolean isQuiet() {
        return received.isEmpty();
    }

    @Override
    public void onNext(DeliverResponse response) {
        received.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError("deliver never ends with an error", failure);
    }

    @Override
    public void onCompleted() {
        received.add(END);
    }
}
