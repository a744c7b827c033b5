package io.provenant.gateway.ledger.fabric;

import io.grpc.ManagedChannel;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockQueue;
import io.provenant.gateway.ledger.block.BlockReader;
import io.provenant.gateway.ledger.block.BlockSource;
import io.provenant.gateway.ledger.block.BlockStream;
import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.Outbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.identity.RoleKeys;
import io.provenant.proof.attestation.AttestationFile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The ledger client on fabric-gateway. Endorse and Submit run on a bounded number of threads; whoever waits for a commit
 * holds no thread and no call of the peer, for all commits come from the one block stream.
 */
public final class FabricLedgerClient implements LedgerClient {

    private final FabricSettings settings;
    private final Outbox outbox;
    private final ExecutorService workers;
    private final ExecutorService tellers;
    private final Semaphore room;
    private final Commits commits;
    private final Submissions submissions;
    private final Attestations attestations;
    private final Resender resender;
    private final List<BlockQueue> queues;
    private final Blocks blocks;
    private final BlockSource source;
    private final BlockStream stream;

    /**
     * Starts the client: what an earlier process left in the outbox is awaited, and sent again where no block has it.
     *
     * @param channel to this organisation's peer; closed by whoever opened it
     * @param listeners whoever else is fed from the block stream, such as the index
     */
    public static FabricLedgerClient start(
            FabricSettings settings,
            ManagedChannel channel,
            RoleKeys keys,
            Outbox outbox,
            List<BlockListener> listeners,
            Clock clock) {
        return new FabricLedgerClient(settings, channel, keys, outbox, listeners, clock);
    }

    private FabricLedgerClient(
            FabricSettings settings,
            ManagedChannel channel,
            RoleKeys keys,
            Outbox outbox,
            List<BlockListener> listeners,
            Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.workers = Executors.newFixedThreadPool(settings.limits().workers(), named("ledger"));
        this.tellers = Executors.newFixedThreadPool(4, named("commits"));
        this.room = new Semaphore(settings.limits().inFlight());
        this.commits = new Commits(outbox, tellers);
        Gateways gateways = new Gateways(channel, keys, settings.limits(), settings.tlsClientHash(), clock);
        Proposals proposals = new Proposals(settings);
        this.attestations = new Attestations(gateways, proposals, settings);
        Submitter submitter = new Submitter(gateways, proposals, settings, commits, this::height);
        this.submissions = new Submissions(submitter, settings.limits(), workers);
        this.resender = new Resender(
                commits, submitter::order, workers, settings.limits().resend(), clock);
        long first = Stream.concat(
                        commits.resume().map(after -> after + 1).stream(),
                        listeners.stream().map(BlockListener::nextBlock))
                .min(Long::compare)
                .orElse(0L);
        this.queues = listeners.stream()
                .map(listener -> BlockQueue.start(listener, listener.getClass().getSimpleName()))
                .toList();
        this.blocks = new Blocks(first, commits, queues);
        this.source = from -> {
            // A peer that is back is found now, and not when gRPC's own pause of up to two minutes has passed.
            channel.resetConnectBackoff();
            return gateways.of(settings.service())
                    .getNetwork(settings.channel())
                    .newBlockEventsRequest()
                    .startBlock(from)
                    .build()
                    .getEvents();
        };
        this.stream = feed(blocks, "blocks of " + settings.channel());
        resender.start();
    }

    @Override
    public CompletableFuture<Submission> submitAsync(Signatory as, LedgerCommand command) {
        if (!room.tryAcquire()) {
            return CompletableFuture.completedFuture(new Submission.Unavailable(
                    "busy: " + settings.limits().inFlight() + " commands are under way, try again in a moment"));
        }
        return submissions.submit(as, command).whenComplete((done, failure) -> room.release());
    }

    @Override
    public Submission submit(Signatory as, LedgerCommand command) {
        return submitAsync(as, command).join();
    }

    @Override
    public Optional<Submission> outcome(String txId) {
        return outbox.find(txId).map(FabricLedgerClient::outcome);
    }

    private static Submission outcome(OutboxEntry entry) {
        return entry.ending()
                .map(ending -> Submissions.ended(entry.envelope(), ending, Optional.empty(), 1))
                .orElseGet(() -> new Submission.Indeterminate(entry.envelope().txId()));
    }

    @Override
    public JsonObject evaluate(String command, JsonObject body)
            throws LedgerUnavailableException, LedgerRefusedException {
        return attestations.evaluate(LedgerCommand.of(command, body));
    }

    @Override
    public JsonObject attest(List<String> keys) throws LedgerUnavailableException, LedgerRefusedException {
        return attestations.attest(keys).toJson();
    }

    @Override
    public long height() {
        return blocks.nextBlock() - 1;
    }

    @Override
    public BlockStream feed(BlockListener listener, String name) {
        return BlockStream.start(source, new BlockReader(settings.chaincode()), listener, name);
    }

    @Override
    public Optional<String> problem() {
        return Stream.concat(stream.problem().stream(), queues.stream().flatMap(queue -> queue.problem().stream()))
                .findFirst();
    }

    /** What was sent and has no outcome. */
    public SentTransactions openTransactions() {
        return new SentTransactions(outbox, commits, resender);
    }

    /** Submits as the service, and leaves a conflict to the caller, whose command is built on what it read. */
    Submission submitOnce(LedgerCommand command) {
        return submissions.submitOnce(settings.service(), command).join();
    }

    AttestationFile attestation(List<String> keys) throws LedgerUnavailableException, LedgerRefusedException {
        return attestations.attest(keys);
    }

    /** What was sent and is in no block yet. */
    Commits commits() {
        return commits;
    }

    FabricSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        resender.close();
        stream.close();
        queues.forEach(BlockQueue::close);
        workers.shutdownNow();
        tellers.shutdown();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread worker = new Thread(work, name + "-" + number.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        };
    }
}
