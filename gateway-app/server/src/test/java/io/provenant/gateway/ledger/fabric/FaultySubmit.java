package io.provenant.gateway.ledger.fabric;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and its peer: the first calls of Submit end as a test says, whether or not the peer gets them.
 *
 * @param calls counts the calls of Submit
 * @param times how many calls it takes
 * @param forwards the peer gets them all the same
 * @param failure how they end; absent: well
 */
record FaultySubmit(AtomicInteger calls, int times, boolean forwards, Optional<StatusRuntimeException> failure)
        implements ClientInterceptor {

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        if (!method.getFullMethodName().equals("gateway.Gateway/Submit") || calls.incrementAndGet() > times) {
            return call;
        }
        return forwards ? new Answered<>(call) : new Swallowed<>(method);
    }

    private <A> void end(ClientCall.Listener<A> listener) {
        listener.onClose(
                failure.map(StatusRuntimeException::getStatus).orElse(Status.OK),
                failure.map(StatusRuntimeException::getTrailers).orElseGet(Metadata::new));
    }

    private final class Answered<Q, A> extends SimpleForwardingClientCall<Q, A> {

        Answered(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new SimpleForwardingClientCallListener<>(listener) {
                        @Override
                        public void onMessage(A message) {}

                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            end(delegate());
                        }
                    },
                    headers);
        }
    }

    private final class Swallowed<Q, A> extends ClientCall<Q, A> {

        private final MethodDescriptor<Q, A> method;
        private @Nullable Listener<A> listener;

        Swallowed(MethodDescriptor<Q, A> method) {
            this.method = method;
        }

        @Override
        public void start(Listener<A> whose, Metadata headers) {
            listener = whose;
        }

        @Override
        public void halfClose() {
            Listener<A> whose = Objects.requireNonNull(listener);
            whose.onHeaders(new Metadata());
            if (failure.isEmpty()) {
                whose.onMessage(method.parseResponse(InputStream.nullInputStream()));
            }
            end(whose);
        }

        @Override
        public void request(int messages) {}

        @Override
        public void cancel(@Nullable String message, @Nullable Throwable cause) {}

        @Override
        public void sendMessage(Q message) {}
    }
}
