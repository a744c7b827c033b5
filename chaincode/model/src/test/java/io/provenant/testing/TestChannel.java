package io.provenant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel before and after founding: the real dispatcher over a map, under whatever certificate, actor and time a test
 * chooses. Each accepted command is a block of its own.
 */
public final class TestChannel {

    public static final long START_MS = 1_772_416_800_000L;
    public static final String CODE_SHA256 = new TestDigests()
            .digest("chaincode.jar".getBytes(StandardCharsets.US_ASCII))
            .hex();

    private final MemoryState state = new MemoryState();
    private final Dispatcher dispatcher =
            new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), CODE_SHA256);
    private long nowMs = START_MS;
    private int transactions;
    private Optional<String> nextTxId = Optional.empty();

    /** A command as it reaches a peer. */
    public record Call(
            Invoker invoker,
            String command,
            JsonObject body,
            Optional<JsonObject> actor,
            Optional<String> document,
            String channel) {

        /** A command under this certificate and no more. */
        public static Call of(Invoker invoker, String command, JsonObject body) {
            return new Call(invoker, command, body, Optional.empty(), Optional.empty(), SmallMarket.CHANNEL);
        }

        /** The same with an actor. */
        public Call actor(JsonObject signed) {
            return new Call(invoker, command, body, Optional.of(signed), document, channel);
        }

        /** The same with a transient document. */
        public Call document(String value) {
            return new Call(invoker, command, body, actor, Optional.of(value), channel);
        }

        /** The same on another channel. */
        public Call on(String other) {
            return new Call(invoker, command, body, actor, document, other);
        }

        /** The same under another certificate. */
        public Call by(Invoker other) {
            return new Call(other, command, body, actor, document, channel);
        }
    }

    /** A certificate. */
    public static Invoker certificate(String mspId, String party, String role, String person) {
        return new Invoker(mspId, Optional.of(party), Optional.of(role), Optional.of(person));
    }

    /** Sets the time of the next transactions. */
    public TestChannel at(long ms) {
        nowMs = ms;
        return this;
    }

    /** The time of the next transaction. */
    public long nowMs() {
        return nowMs;
    }

    /** Names the next transaction. */
    public TestChannel txId(String id) {
        nextTxId = Optional.of(id);
        return this;
    }

    /** Runs a command; nothing is committed. */
    public Result endorse(Call call) {
        transactions++;
        String txId = nextTxId.orElseGet(() -> String.format(Locale.ROOT, "%064x", transactions));
        nextTxId = Optional.empty();
        JsonObject unsigned =
                JsonObject.empty().with("v", 1).with("command", call.command()).with("body", call.body());
        JsonObject envelope =
                call.actor().map(signed -> unsigned.with("actor", signed)).orElse(unsigned);
        return dispatcher.run(
                new Invocation(
                        call.channel(),
                        txId,
                        nowMs,
                        call.invoker(),
                        call.command(),
                        envelope.canonical(),
                        call.document()),
                state);
    }

    /** Runs a command and commits what it writes. */
    public Result send(Call call) {
        Result result = endorse(call);
        if (result instanceof Result.Success success) {
            state.commit(success);
        }
        return result;
    }

    /** Sends a command; the codes of its refusal. */
    public List<String> codes(Call call) {
        return SmallMarket.codes(send(call));
    }

    /** Sends a command that must be accepted. */
    public Result.Success accept(Call call) {
        Result result = send(call);
        assertThat(result instanceof Result.Refusal refusal ? refusal.message() : "")
                .as(call.command())
                .isEmpty();
        return (Result.Success) result;
    }

    /** The answer of a command that must be accepted. */
    public JsonObject answer(Call call) {
        return StrictJsonReader.parseObject(accept(call).payload()).object("answer");
    }

    /** The stored object at this key. */
    public JsonObject stored(String key) {
        return state.get(key)
                .map(StrictJsonReader::parseObject)
                .orElseThrow(() -> new AssertionError("nothing at " + key));
    }

    /** True if there is a value at this key. */
    public boolean holds(String key) {
        return state.get(key).isPresent();
    }

    /** The state behind it all. */
    public MemoryState state() {
        return state;
    }
}
