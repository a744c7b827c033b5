package io.provenant.testing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.approval.Subjects;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Result;
import io.provenant.testing.MemoryState;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends commands one after another, each in a transaction and a block of its own, and keeps what was sent. */
public final class Teller {

    /** A transaction that was sent, and what came of it. */
    public record Step(Invocation call, Result result) {}

    private final MemoryState state = new MemoryState();
    private final List<Step> steps = new ArrayList<>();
    private final Dispatcher dispatcher =
            new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));
    private long nowMs = 1_772_416_800_000L;

    /** The state after the last transaction. */
    public MemoryState state() {
        return state;
    }

    /** Everything that was sent so far, in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The time of the next transaction. */
    public long nowMs() {
        return nowMs;
    }

    /** Lets time pass. */
    public Teller later(long ms) {
        nowMs += ms;
        return this;
    }

    /** The stored object at this key. */
    public JsonObject stored(String key) {
        return state.get(key)
                .map(StrictJsonReader::parseObject)
                .orElseThrow(() -> new AssertionError("nothing at " + key));
    }

    /** Sends a command that must be accepted. */
    public Result.Success tell(Actor actor, String command, JsonObject body) {
        return tell(nextTxId(), actor, command, body);
    }

    /** The same, in a transaction of this id. */
    Result.Success tell(String txId, Actor actor, String command, JsonObject body) {
        Result result = send(invocation(txId, actor, command, body, Optional.empty()));
        assertThat(refusal(result)).as("%s by %s", command, actor).isEmpty();
        return (Result.Success) result;
    }

    private static String refusal(Result result) {
        return result instanceof Result.Refusal refusal ? refusal.message() : "";
    }

    /** Sends a command, whatever comes of it; the codes of a refusal. */
    public List<String> attempt(Actor actor, String command, JsonObject body) {
        return SmallMarket.codes(send(invocation(nextTxId(), actor, command, body, Optional.empty())));
    }

    /** Deposits a private document and gives its citation. */
    JsonObject deposit(Actor actor, String docKey, String kindCode) {
        String collection = "_implicit_org_" + SmallMarket.mspId(actor.carrier());
        JsonObject body = JsonObject.empty().with("collection", collection).with("docKey", docKey);
        JsonObject document = JsonObject.empty()
                .with("docType", "Paper")
                .with("id", "00000000-0000-4000-8000-" + docKey.substring(0, 12));
        JsonObject value = JsonObject.empty().with("document", document).with("salt", docKey + docKey);
        Result result = send(invocation(nextTxId(), actor, "document:deposit", body, Optional.of(value.canonical())));
        assertThat(result).as("deposit by %s", actor).isInstanceOf(Result.Success.class);
        return body.with("depositorId", actor.party()).with("kindCode", kindCode);
    }

    /** Approves an exact command. */
    public void approve(Actor actor, String command, JsonObject body) {
        JsonObject subject = JsonObject.empty().with("command", command).with("body", body);
        tell(actor, "approve", JsonObject.of("subject", subject));
    }

    /** Runs a transaction on the state as it is; nothing is committed or kept. */
    public Result endorse(Invocation call) {
        return dispatcher.run(call, state);
    }

    /** A transaction as this actor would send it now. */
    public Invocation invocation(Actor actor, String command, JsonObject body) {
        return invocation(nextTxId(), actor, command, body, Optional.empty());
    }

    /** Commits what a transaction that was endorsed wrote. */
    public Result send(Invocation call) {
        Result result = dispatcher.run(call, state);
        steps.add(new Step(call, result));
        if (result instanceof Result.Success success) {
            state.commit(success);
        }
        return result;
    }

    /** The hash under which approvals of a command stand. */
    public static String subjectHash(String command, JsonObject body) {
        return Subjects.hash(new TestDigests(), command, body).hex();
    }

    private Invocation invocation(
            String txId, Actor actor, String command, JsonObject body, Optional<String> document) {
        nowMs += 1_000;
        return invocation(txId, nowMs, actor, command, body, document);
    }

    /** A transaction as this actor would send it at a time. */
    static Invocation invocation(
            String txId, long ms, Actor actor, String command, JsonObject body, Optional<String> document) {
        JsonObject unsigned =
                JsonObject.empty().with("v", 1).with("command", command).with("body", body);
        JsonObject envelope = actor.signed(command, body, ms)
                .map(signed -> unsigned.with("actor", signed))
                .orElse(unsigned);
        return new Invocation(SmallMarket.CHANNEL, txId, ms, actor.invoker(), command, envelope.canonical(), document);
    }

    private String nextTxId() {
        return String.format(Locale.ROOT, "%064x", steps.size() + 1);
    }
}
