package io.provenant.network.embedded.chaincode;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.jspecify.annotations.Nullable;

/** A chaincode without a shim: a test says what it sends, and sees what the peer sends. */
final class ScriptedChaincode extends ChaincodeGrpc.ChaincodeImplBase {

    private final BlockingQueue<ChaincodeMessage> received = new LinkedBlockingQueue<>();
    private final String id;
    private volatile boolean isSilent;
    private volatile @Nullable StreamObserver<ChaincodeMessage> toPeer;

    ScriptedChaincode(String id) {
        this.id = id;
    }

    /** Does not register with the next peer that connects. */
    void beSilent(boolean silent) {
        isSilent = silent;
    }

    @Override
    public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> peer) {
        toPeer = peer;
        if (!isSilent) {
            register();
        }
        return new StreamObserver<>() {
            @Override
            public void onNext(ChaincodeMessage message) {
                received.add(message);
            }

            @Override
            public void onError(Throwable failure) {
                received.add(ChaincodeMessage.newBuilder()
                        .setPayload(ByteString.copyFromUtf8("ended"))
                        .build());
            }

            @Override
            public void onCompleted() {
                onError(Status.OK.asException());
            }
        };
    }

    void register() {
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTER)
                .setPayload(ChaincodeID.newBuilder().setName(id).build().toByteString())
                .build());
    }

    void send(ChaincodeMessage message) {
        Objects.requireNonNull(toPeer).onNext(message);
    }

    void breakOff() {
        Objects.requireNonNull(toPeer).onError(Status.UNAVAILABLE.asException());
    }

    /** The next message of the type; others before it are left out. */
    ChaincodeMessage next(ChaincodeMessage.Type type) throws InterruptedException {
        ChaincodeMessage message = next();
        while (message.getType() != type) {
            message = next();
        }
        return message;
    }

    ChaincodeMessage next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(20, TimeUnit.SECONDS), "the peer sent nothing");
    }

    static ChaincodeMessage.Builder about(ChaincodeMessage transaction, ChaincodeMessage.Type type) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setTxid(transaction.getTxid())
                .setChannelId(transaction.getChannelId());
    }

    static ChaincodeMessage completed(ChaincodeMessage transaction, int status, String message) {
        return about(transaction, ChaincodeMessage.Type.COMPLETED)
                .setPayload(Response.newBuilder()
                        .setStatus(status)
                        .setMessage(message)
                        .build()
                        .toByteString())
                .build();
    }
}
