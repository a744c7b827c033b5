package io.provenant.network.fault;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;

/** Listens on a client's connection: which transactions an orderer said that it has taken. */
final class AcceptedSubmits implements ClientInterceptor {

    private final Set<String> txIds = ConcurrentHashMap.newKeySet();

    /** Those that were answered with success so far. */
    Set<String> txIds() {
        return Set.copyOf(txIds);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        ClientCall<Q, A> call = next.newCall(method, options);
        boolean isSubmit =
                method.getFullMethodName().equals(GatewayGrpc.getSubmitMethod().getFullMethodName());
        return isSubmit ? new Submit<>(call) : call;
    }

    private final class Submit<Q, A> extends ForwardingClientCall.SimpleForwardingClientCall<Q, A> {

        private volatile String txId = "";

        Submit(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(Q message) {
            txId = ((SubmitRequest) message).getTransactionId();
            super.sendMessage(message);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            super.start(
                    new ForwardingClientCallListener.SimpleForwardingClientCallListener<A>(listener) {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            if (status.isOk()) {
                                txIds.add(txId);
                            }
                            super.onClose(status, trailers);
                        }
                    },
                    headers);
        }
    }
}
