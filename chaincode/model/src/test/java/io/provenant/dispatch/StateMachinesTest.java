package io.provenant.dispatch;

import static io.provenant.testing.SmallMarket.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.ledger.Role;
import io.provenant.testing.MemoryState;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import io.provenant.testing.story.Teller;
import io.provenant.testing.story.WholeMarket;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every step of every state machine, tried from every other state and a second time, on a market that was lived in. */
class StateMachinesTest {

    private static final Teller TELLER = WholeMarket.told().teller();

    private final Dispatcher dispatcher =
            new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));

    @Test
    void no_step_is_taken_from_another_state_than_the_tables() {
        SortedSet<String> tried = new TreeSet<>();
        MemoryState state = new MemoryState();
        for (Teller.Step sent : TELLER.steps()) {
            Optional<Step> step = step(sent).filter(taken -> !taken.from().isEmpty());
            step.flatMap(taken -> moved(taken, sent, state)).ifPresent(key -> {
                tried.add(sent.call().command());
                assertRefusedFromOtherStates(step.orElseThrow(), key, sent.call(), state);
            });
            commit(sent, state);
        }
        assertThat(tried)
                .containsExactlyElementsOf(Commands.all().specs().stream()
                        .filter(spec ->
                                spec.step().filter(s -> !s.from().isEmpty()).isPresent())
                        .filter(spec -> !spec.name().equals("log:advance")) // writes the head, not the log
                        .map(CommandSpec::name)
                        .toList());
    }

    @Test
    void what_is_sent_twice_is_refused_or_writes_nothing() {
        MemoryState state = new MemoryState();
        for (Teller.Step sent : TELLER.steps()) {
            commit(sent, state);
            if (sent.result() instanceof Result.Success) {
                assertHarmlessAgain(sent.call(), state);
            }
        }
    }

    private void assertRefusedFromOtherStates(Step step, String key, Invocation call, MemoryState state) {
        JsonObject record = stored(key, state);
        for (String other : otherStates(step)) {
            MemoryState changed = state.copy();
            changed.put(key, record.with("state", other).canonical());
            assertThat(codes(dispatcher.run(call, changed)))
                    .as("%s of %s in state %s", call.command(), key, other)
                    .contains("STATE_ILLEGAL");
        }
        MemoryState gone = state.copy();
        gone.values().remove(key);
        assertThat(codes(dispatcher.run(call, gone)))
                .as("%s without %s", call.command(), key)
                .containsExactly("NOT_FOUND");
    }

    private void assertHarmlessAgain(Invocation call, MemoryState state) {
        Result again = dispatcher.run(call, state);
        boolean beforeFounding = call.invoker().role().equals(Optional.of(Role.MARKET_FOUNDER.code()));
        if (spec(call).idempotent()
                && !(beforeFounding && state.get("MKT!founding").isPresent())) {
            assertThat(codes(again)).as("%s a second time", call.command()).isEmpty();
            assertThat(((Result.Success) again).writes()).as(call.command()).isEmpty();
        } else {
            assertThat(codes(again)).as("%s a second time", call.command()).isNotEmpty();
        }
    }

    private static List<String> otherStates(Step step) {
        return Commands.all().specs().stream()
                .flatMap(spec -> spec.step().stream())
                .filter(other -> other.type().code().equals(step.type().code()))
                .flatMap(other -> Stream.concat(other.from().stream(), Stream.of(other.to(), "NOWHERE")))
                .distinct()
                .filter(other -> !step.from().contains(other))
                .toList();
    }

    private static Optional<String> moved(Step step, Teller.Step sent, MemoryState before) {
        return sent.result() instanceof Result.Success success
                ? success.writes().stream()
                        .filter(Write.Put.class::isInstance)
                        .map(write -> ((Write.Put) write).key())
                        .filter(key -> key.startsWith(step.type().prefix()))
                        .filter(key -> before.get(key).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Step> step(Teller.Step sent) {
        return spec(sent.call()).step();
    }

    private static CommandSpec spec(Invocation call) {
        return Commands.all().find(call.command()).orElseThrow().spec();
    }

    private static void commit(Teller.Step sent, MemoryState state) {
        if (sent.result() instanceof Result.Success success) {
            state.commit(success);
        }
    }

    private static JsonObject stored(String key, MemoryState state) {
        return StrictJsonReader.parseObject(state.get(key).orElseThrow());
    }
}
