package io.provenant.network.embedded.node;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Refuses calls of one service beyond a number that are open at once, with a peer's text. */
final class ConcurrencyLimit implements ServerInterceptor {

    private final String service;
    private final int limit;
    private final Semaphore free;

    ConcurrencyLimit(String service, int limit) {
        this.service = service;
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!service.equals(call.getMethodDescriptor().getServiceName())) {
            return next.startCall(call, headers);
        }
        if (!free.tryAcquire()) {
            call.close(
                    Status.UNKNOWN.withDescription(
                            "too many requests for /" + service + ", exceeding concurrency limit (" + limit + ")"),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        return new Held<>(next.startCall(call, headers), free);
    }

    /** A call that holds a place until it completes or is cancelled. */
    private static final class Held<Q> extends SimpleForwardingServerCallListener<Q> {

        private final Semaphore place;
        private final AtomicBoolean isHeld = new AtomicBoolean(true);

        Held(ServerCall.Listener<Q> delegate, Semaphore place) {
            super(delegate);
            this.place = place;
        }

        @Override
        public void onComplete() {
            release();
            super.onComplete();
        }

        @Override
        public void onCancel() {
            release();
            super.onCancel();
        }

        private void release() {
            if (isHeld.getAndSet(false)) {
                place.release();
            }
        }
    }
}
