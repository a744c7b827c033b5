package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Tx;
import java.util.List;

/**
 * {@code market:tick}: whoever holds a certificate of the channel moves the fence once its period has passed, so that an
 * endorsed command that somebody holds back lives minutes (domain 3a.14).
 */
public final class TickFence implements UseCase<TickFence.Tick> {

    private static final CommandSpec SPEC = CommandSpec.of(
                    "market:tick", "End what was endorsed before: move the fence that every command reads")
            .forAnyCertificate()
            .asIdempotent();

    /** Nothing to say. */
    public record Tick(JsonObject body) implements Command {}

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Tick read(JsonObject body) {
        return new Tick(body);
    }

    @Override
    public Outcome apply(Tick tick, Tx tx, Ledger ledger) {
        Fence fence = ledger.get(Fence.KEY).orElseThrow(() -> new IllegalStateException("a market without a fence"));
        if (tx.ms() < Math.addExact(fence.tickMs(), Fence.PERIOD_MS)) {
            return Outcome.unchanged(answer(fence.no(), fence.tickMs()));
        }
        JsonObject next = answer(fence.no() + 1, tx.ms());
        JsonObject fields = next.with("foundedTx", tx.market());
        return new Outcome.Accepted(List.of(new Change.Update(Fence.KEY, fence, fields)), next);
    }

    private static JsonObject answer(long no, long tickMs) {
        return JsonObject.empty().with("no", no).with("tickMs", tickMs);
    }
}
