package io.provenant.network.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.provenant.network.embedded.access.AccessDeniedException;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.ledger.ChannelLedger;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.jspecify.annotations.Nullable;

/**
 * One stream of blocks. Seeks are served one after another; the first that is refused ends the stream with its status,
 * and never with a gRPC error.
 */
final class DeliverSession implements StreamObserver<Envelope>, BlockSink {

    private final ChannelLedger ledger;
    private final ChannelAccess access;
    private final Clock clock;
    private final Executor executor;
    private final ServerCallStreamObserver<DeliverResponse> client;
    private final BlockFormat format;

    private final Queue<Envelope> waiting = new ArrayDeque<>();
    private @Nullable Seek current;
    private @Nullable BlockFollower follower;
    private boolean isHalfClosed;
    private boolean isOver;

    private record Seek(SeekRequest request, Member reader, BlockRange range) {}

    DeliverSession(
            ChannelLedger ledger,
            ChannelAccess access,
            Clock clock,
            Executor executor,
            ServerCallStreamObserver<DeliverResponse> client,
            BlockFormat format) {
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
        this.executor = executor;
        this.client = client;
        this.format = format;
        client.setOnReadyHandler(this::signal);
        client.setOnCancelHandler(this::cancel);
    }

    @Override
    public synchronized void onNext(Envelope envelope) {
        waiting.add(envelope);
        serveNext();
    }

    @Override
    public synchronized void onCompleted() {
        isHalfClosed = true;
        serveNext();
    }

    @Override
    public void onError(Throwable failure) {
        cancel();
    }

    private void serveNext() {
        if (isOver || current != null) {
            return;
        }
        Envelope envelope = waiting.poll();
        if (envelope != null) {
            begin(envelope);
        } else if (isHalfClosed) {
            isOver = true;
            client.onCompleted();
        }
    }

    private void begin(Envelope envelope) {
        try {
            SeekRequest request = SeekRequest.of(envelope, clock.instant());
            Member reader = reader(request);
            BlockRange range = BlockRange.of(request.seek(), ledger.height());
            if (range.failsIfNotReady() && range.start() >= ledger.height()) {
                throw new DeliverException(Status.NOT_FOUND);
            }
            current = new Seek(request, reader, range);
            follower = BlockFollower.start(ledger, range.start(), this, executor);
        } catch (DeliverException e) {
            refuse(e.status());
        }
    }

    private Member reader(SeekRequest request) throws DeliverException {
        if (!request.channel().equals(access.channel())) {
            throw new DeliverException(Status.NOT_FOUND);
        }
        try {
            access.requireReader(request.channel(), request.signed());
        } catch (AccessDeniedException e) {
            throw new DeliverException(Status.FORBIDDEN);
        }
        return access.membership()
                .find(request.signed().identity())
                .filter(member -> !clock.instant().isAfter(member.expiresAt()))
                .orElseThrow(() -> new DeliverException(Status.FORBIDDEN));
    }

    @Override
    public boolean isReady() {
        return client.isReady();
    }

    @Override
    public synchronized boolean take(Block block) {
        Seek seek = current;
        if (seek == null || isOver) {
            return false;
        }
        if (clock.instant().isAfter(seek.reader().expiresAt())) {
            refuse(Status.FORBIDDEN);
            return false;
        }
        client.onNext(message(block, seek));
        long number = block.getHeader().getNumber();
        if (number == seek.range().stop()) {
            current = null;
            follower = null;
            client.onNext(status(Status.SUCCESS));
            serveNext();
            return false;
        }
        if (seek.range().failsIfNotReady() && number + 1 >= ledger.height()) {
            refuse(Status.NOT_FOUND);
            return false;
        }
        return true;
    }

    private DeliverResponse message(Block block, Seek seek) {
        boolean isHeaderWanted = seek.request().seek().getContentType() == SeekInfo.SeekContentType.HEADER_WITH_SIG;
        boolean isConfig = block.getHeader().getNumber() == 0;
        try {
            return format.of(
                    isHeaderWanted && !isConfig ? block.toBuilder().clearData().build() : block, seek.reader());
        } catch (InvalidProtocolBufferException e) {
            return status(Status.BAD_REQUEST); // what a peer sends in place of a block that it cannot filter
        }
    }

    private void refuse(Status status) {
        isOver = true;
        client.onNext(status(status));
        client.onCompleted();
    }

    private static DeliverResponse status(Status status) {
        return DeliverResponse.newBuilder().setStatus(status).build();
    }

    private void signal() {
        BlockFollower following;
        synchronized (this) {
            following = follower;
        }
        if (following != null) {
            following.signal();
        }
    }

    private synchronized void cancel() {
        isOver = true;
        if (follower != null) {
            follower.close();
        }
    }
}
