package io.provenant.network.conformance;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.provenant.network.wire.Ordered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;

/** One stream of blocks until it says its status, and whether it stays open then. */
final class DeliverStream implements StreamObserver<DeliverResponse> {

    /** Which of the peer's three services. */
    enum Kind {
        FULL,
        FILTERED,
        WITH_PRIVATE_DATA
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration OPEN = Duration.ofMillis(300);

    private final RowRun run;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private DeliverStream(RowRun run) {
        this.run = run;
    }

    static List<String> read(RowRun run, Kind kind, String peer, Envelope request) {
        DeliverStream stream = new DeliverStream(run);
        StreamObserver<Envelope> requests = stream.open(kind, peer);
        requests.onNext(request);
        List<String> texts = stream.untilStatus();
        requests.onCompleted();
        return texts;
    }

    /** Asks twice in one stream. */
    static List<String> readTwice(RowRun run, Kind kind, Envelope request) {
        DeliverStream stream = new DeliverStream(run);
        StreamObserver<Envelope> requests = stream.open(kind, "A");
        requests.onNext(request);
        List<String> texts = stream.untilStatus();
        requests.onNext(request);
        texts.addAll(stream.untilStatus());
        requests.onCompleted();
        return texts;
    }

    /** Asks for what comes next, and has it come then. */
    static List<String> readNext(RowRun run, Kind kind, Envelope request, Runnable then) {
        DeliverStream stream = new DeliverStream(run);
        StreamObserver<Envelope> requests = stream.open(kind, "A");
        requests.onNext(request);
        List<String> texts = new ArrayList<>(List.of(stream.isSilent() ? "nothing yet" : "something at once"));
        then.run();
        texts.addAll(stream.untilStatus());
        requests.onCompleted();
        return texts;
    }

    private StreamObserver<Envelope> open(Kind kind, String peer) {
        DeliverGrpc.DeliverStub stub =
                DeliverGrpc.newStub(run.connections().gateway(peer).connection());
        return switch (kind) {
            case FULL -> stub.deliver(this);
            case FILTERED -> stub.deliverFiltered(this);
            case WITH_PRIVATE_DATA -> stub.deliverWithPrivateData(this);
        };
    }

    private boolean isSilent() {
        try {
            String early = said.poll(OPEN.toMillis(), TimeUnit.MILLISECONDS);
            if (early != null) {
                said.add(early);
            }
            return early == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> untilStatus() {
        List<String> texts = new ArrayList<>();
        try {
            String next = "";
            while (!next.startsWith("status") && !next.startsWith("error")) {
                next = String.valueOf(said.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
                texts.add(next);
                if (next.equals("null")) {
                    return texts;
                }
            }
            String end = said.poll(OPEN.toMillis(), TimeUnit.MILLISECONDS);
            texts.add(end == null ? "open" : end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return texts;
    }

    @Override
    public void onNext(DeliverResponse response) {
        said.add(
                switch (response.getTypeCase()) {
                    case STATUS -> "status " + response.getStatus();
                    case BLOCK -> "block " + text(response.getBlock());
                    case FILTERED_BLOCK -> "filtered block " + text(response.getFilteredBlock());
                    case BLOCK_AND_PRIVATE_DATA ->
                        "block and private data "
                                + text(response.getBlockAndPrivateData().getBlock()) + " "
                                + response.getBlockAndPrivateData().getPrivateDataMapMap().values().stream()
                                        .map(this::text)
                                        .toList();
                    case TYPE_NOT_SET -> "nothing";
                });
    }

    private String text(Block block) {
        return Ordered.of(block).stream()
                .map(transaction -> run.names().symbolic(transaction.txId()) + " " + transaction.code())
                .toList()
                .toString();
    }

    private String text(FilteredBlock block) {
        List<String> transactions = new ArrayList<>();
        for (FilteredTransaction transaction : block.getFilteredTransactionsList()) {
            List<String> events = transaction.getTransactionActions().getChaincodeActionsList().stream()
                    .map(action -> action.getChaincodeEvent())
                    .map(event -> event.getChaincodeId() + " " + event.getEventName() + " of "
                            + run.names().symbolic(event.getTxId()) + " with "
                            + event.getPayload().size() + " bytes")
                    .toList();
            transactions.add(transaction.getType() + " " + run.names().symbolic(transaction.getTxid()) + " "
                    + transaction.getTxValidationCode() + " " + events);
        }
        return run.names().symbolic(block.getChannelId()) + " " + transactions;
    }

    private String text(TxPvtReadWriteSet set) {
        return set.getNsPvtRwsetList().stream()
                .map(space -> space.getNamespace() + " "
                        + space.getCollectionPvtRwsetList().stream()
                                .map(collection -> run.names().symbolic(collection.getCollectionName()))
                                .toList())
                .toList()
                .toString();
    }

    @Override
    public void onError(Throwable error) {
        Status status = Status.fromThrowable(error);
        said.add("error " + status.getCode() + " " + run.names().symbolic("" + status.getDescription()));
    }

    @Override
    public void onCompleted() {
        said.add("closed");
    }
}
