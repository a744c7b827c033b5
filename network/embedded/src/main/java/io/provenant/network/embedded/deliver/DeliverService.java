package io.provenant.network.embedded.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.ledger.ChannelLedger;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** {@code protos.Deliver}: blocks in full, filtered, or with the private data that the reader may see. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {

    private final String mspId;
    private final ChannelLedger ledger;
    private final ChannelAccess access;
    private final Clock clock;
    private final Executor executor;

    /** The service of one organisation's peer. */
    public DeliverService(String mspId, ChannelLedger ledger, Clock clock, Executor executor) {
        this.mspId = mspId;
        this.ledger = ledger;
        this.access = new ChannelAccess(ledger.channelId(), ledger.membership());
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> client) {
        return session(
                client,
                (block, reader) -> DeliverResponse.newBuilder().setBlock(block).build());
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> client) {
        return session(
                client,
                (block, reader) -> DeliverResponse.newBuilder()
                        .setFilteredBlock(FilteredBlocks.of(block))
                        .build());
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> client) {
        return session(client, this::withPrivateData);
    }

    private DeliverResponse withPrivateData(Block block, Member reader) {
        return DeliverResponse.newBuilder()
                .setBlockAndPrivateData(BlockAndPrivateData.newBuilder()
                        .setBlock(block)
                        .putAllPrivateDataMap(
                                ledger.privateWrites(block.getHeader().getNumber(), mspId, reader)))
                .build();
    }

    private DeliverSession session(StreamObserver<DeliverResponse> client, BlockFormat format) {
        ServerCallStreamObserver<DeliverResponse> call = (ServerCallStreamObserver<DeliverResponse>) client;
        return new DeliverSession(ledger, access, clock, executor, call, format);
    }
}
