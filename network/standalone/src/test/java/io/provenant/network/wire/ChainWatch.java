package io.provenant.network.wire;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** Everything that a peer has committed, from block 0 on, as its own stream of full blocks tells it. */
public final class ChainWatch implements StreamObserver<DeliverResponse> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(2);

    private final List<Block> blocks = new ArrayList<>();
    private final List<Ordered> transactions = new ArrayList<>();

    public static ChainWatch start(ManagedChannel connection, String channel, Signer signer) {
        ChainWatch watch = new ChainWatch();
        StreamObserver<org.hyperledger.fabric.protos.common.Envelope> requests =
                DeliverGrpc.newStub(connection).deliver(watch);
        requests.onNext(SeekRequest.of(channel, signer, SeekRequest.range(0, Long.MAX_VALUE)));
        return watch;
    }

    @Override
    public synchronized void onNext(DeliverResponse response) {
        if (response.hasBlock()) {
            List<Ordered> ordered = Ordered.of(response.getBlock());
            blocks.add(response.getBlock());
            transactions.addAll(ordered);
        }
    }

    @Override
    public void onError(Throwable error) {
        // The watch ends with its connection; whoever waits for more runs out of patience.
    }

    @Override
    public void onCompleted() {
        // As above.
    }

    public synchronized int count() {
        return transactions.size();
    }

    public synchronized List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** Waits until so many transactions that satisfy a condition came after the first {@code from}, and gives them. */
    public List<Ordered> await(int from, int expected, Predicate<Ordered> condition) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(INTERVAL)
                .pollDelay(Duration.ZERO)
                .until(() -> since(from, condition), found -> found.size() >= expected);
    }

    /** All transactions after the first {@code from}. */
    public synchronized List<Ordered> since(int from) {
        return List.copyOf(transactions.subList(from, transactions.size()));
    }

    private synchronized List<Ordered> since(int from, Predicate<Ordered> condition) {
        return transactions.subList(from, transactions.size()).stream()
                .filter(condition)
                .toList();
    }
}
