package io.provenant.gateway;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.OpenTransactions;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockStream;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.log.AnchorRefusedException;
import io.provenant.gateway.log.AnchorUnavailableException;
import io.provenant.ledger.Role;
import io.provenant.merkle.LogOrigin;
import io.provenant.testing.MemoryState;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The model's dispatcher over a map, a block for each command: a ledger of one organisation that believes itself. */
final class MemoryLedger implements LedgerClient, AnchorLedger, OpenTransactions {

    static final String CHANNEL = "market-1";

    private final MemoryState state;
    private final MemoryIndex index;
    private final Clock clock;
    private final String partyId;
    private final String mspId;
    private final Dispatcher dispatcher =
            new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));
    private final Deque<Submission> answers = new ArrayDeque<>();
    private final Map<String, Submission> underWay = new HashMap<>();
    private final Set<String> released = new HashSet<>();
    private volatile boolean areHeadsHidden;
    private long height;
    private boolean isDown;

    MemoryLedger(MemoryState state, MemoryIndex index, String partyId, String mspId, Clock clock) {
        this.state = state;
        this.index = index;
        this.clock = clock;
        this.partyId = partyId;
        this.mspId = mspId;
        state.values()
                .forEach((key, value) ->
                        index.put(0, key, Optional.of(StrictJsonReader.parseObject(value)), "0".repeat(64), "seed"));
    }

    /** The next submission ends so, whatever it is. */
    synchronized void answerNext(Submission answer) {
        answers.add(answer);
    }

    /** From now on nothing can be reached, or everything again. */
    synchronized void down(boolean down) {
        isDown = down;
    }

    @Override
    public CompletableFuture<Submission> submitAsync(Signatory as, LedgerCommand command) {
        return CompletableFuture.completedFuture(submit(as, command));
    }

    @Override
    public synchronized Submission submit(Signatory as, LedgerCommand command) {
        if (isDown) {
            return new Submission.Unavailable("no peer answers");
        }
        if (!answers.isEmpty()) {
            Submission answer = answers.remove();
            if (answer instanceof Submission.Indeterminate open) {
                underWay.put(open.txId(), open);
            } else if (answer instanceof Submission.Conflict ended) {
                underWay.put(ended.txId(), ended);
            }
            return answer;
        }
        String txId = String.format(Locale.ROOT, "%064x", height + 1);
        Result result = run(as.role().code(), as.alias(), command, txId);
        if (result instanceof Result.Refusal refusal) {
            return new Submission.Refused(codes(refusal.message()), refusal.message());
        }
        Result.Success success = (Result.Success) result;
        height++;
        state.commit(success);
        success.writes().forEach(write -> index(write, txId, command.name()));
        JsonObject payload = StrictJsonReader.parseObject(success.payload());
        return new Submission.Committed(
                txId, height, payload.object("answer"), payload.objects("writes"), Optional.empty());
    }

    private Result run(String role, String alias, LedgerCommand command, String txId) {
        JsonObject plain =
                JsonObject.empty().with("v", 1).with("command", command.name()).with("body", command.body());
        JsonObject envelope =
                command.actor().map(actor -> plain.with("actor", actor)).orElse(plain);
        Invoker invoker = new Invoker(mspId, Optional.of(partyId), Optional.of(role), Optional.of(alias));
        return dispatcher.run(
                new Invocation(
                        CHANNEL,
                        txId,
                        clock.millis(),
                        invoker,
                        command.name(),
                        envelope.canonical(),
                        command.document()),
                state);
    }

    private void index(Write write, String txId, String command) {
        if (write instanceof Write.Put put) {
            index.put(height, put.key(), Optional.of(StrictJsonReader.parseObject(put.value())), txId, command);
        } else if (write instanceof Write.Delete delete) {
            index.put(height, delete.key(), Optional.empty(), txId, command);
        }
    }

    @Override
    public synchronized JsonObject evaluate(String command, JsonObject body)
            throws LedgerUnavailableException, LedgerRefusedException {
        if (isDown) {
            throw new LedgerUnavailableException("no peer answers", new IllegalStateException("down"));
        }
        Result result = run("org.admin", "nobody000000", LedgerCommand.of(command, body), "f".repeat(64));
        if (result instanceof Result.Refusal refusal) {
            throw new LedgerRefusedException(codes(refusal.message()), refusal.message());
        }
        return StrictJsonReader.parseObject(((Result.Success) result).payload()).object("answer");
    }

    /** Signed by nobody: what a verifier makes of real ones is tested where real peers sign. */
    @Override
    public JsonObject attest(List<String> keys) {
        return JsonObject.empty()
                .with("v", 1)
                .with("docType", "Attestation")
                .with("signedProposal", "")
                .with("payload", "")
                .withObjects("endorsements", List.of());
    }

    /** Whether nobody can say which heads it holds. */
    void hideHeads(boolean hidden) {
        areHeadsHidden = hidden;
    }

    @Override
    public synchronized AnchorLedger.Head head(LogOrigin origin) throws AnchorUnavailableException {
        JsonObject head = state.get("LHD!" + origin)
                .filter(shown -> !areHeadsHidden)
                .map(StrictJsonReader::parseObject)
                .orElseThrow(() -> new AnchorUnavailableException("no head", new IllegalStateException()));
        return new AnchorLedger.Head(
                head.integer("size"), new Digest(head.text("rootHash")), head.text("updatedTx"), height);
    }

    @Override
    public void advance(JsonObject body) throws AnchorRefusedException {
        Submission how =
                submit(new Signatory("gateway00000", Role.LOG_OPERATOR), LedgerCommand.of("log:advance", body));
        if (how instanceof Submission.Refused refused) {
            throw new AnchorRefusedException(refused.message());
        }
    }

    @Override
    public synchronized Optional<Submission> outcome(String txId) {
        return Optional.ofNullable(underWay.get(txId));
    }

    @Override
    public synchronized List<OpenTransaction> all() {
        return underWay.values().stream()
                .filter(Submission.Indeterminate.class::isInstance)
                .map(open -> ((Submission.Indeterminate) open).txId())
                .filter(txId -> !released.contains(txId))
                .map(txId -> new OpenTransaction(txId, "notice:publish", Role.CONTROLLER_DPO, 0, 3, "refused"))
                .toList();
    }

    @Override
    public synchronized boolean release(String txId) {
        return all().stream().anyMatch(open -> open.txId().equals(txId)) && released.add(txId);
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public BlockStream feed(BlockListener listener, String name) {
        throw new UnsupportedOperationException("a map has no blocks");
    }

    @Override
    public synchronized long height() {
        return height;
    }

    @Override
    public void close() {}

    private static List<String> codes(String message) {
        return Arrays.asList(message.substring(0, message.indexOf(':')).split(",", -1));
    }
}
