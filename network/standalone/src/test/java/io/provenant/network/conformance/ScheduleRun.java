package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import io.provenant.network.standalone.ledger.LedgerKind;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.Signer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Response;

/** Runs one schedule on a ledger and writes down everything that the ledger answers. */
final class ScheduleRun {

    private static final int ATTEMPTS = 6;

    private record Held(Schedule.Step step, Proposed proposed, Envelope envelope) {}

    private final Connections connections;
    private final Schedule schedule;
    private final Names names;
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final List<JsonObject> written = new ArrayList<>();
    private final Set<String> sent = new HashSet<>();

    private ScheduleRun(Connections connections, Schedule schedule, String prefix) {
        this.connections = connections;
        this.schedule = schedule;
        this.names = new Names(connections.ledger(), prefix);
        for (int i = 0; i < LastState.KEYS; i++) {
            names.nameHash("~p" + i);
            names.nameHash("v" + i);
            names.nameHash("secret" + i);
        }
    }

    /**
     * The record; where a round was cut into more than one block, which a batch time-out can do, or was ordered in
     * another way than it was sent, it is run again.
     */
    static JsonObject run(Connections connections, Schedule schedule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ScheduleRun run = new ScheduleRun(
                    connections, schedule, schedule.name().replaceAll("[^a-z0-9]", "-") + "." + attempt + ".");
            Optional<JsonObject> record = run.record();
            if (record.isPresent()) {
                return record.get();
            }
        }
        throw new IllegalStateException("the rounds of " + schedule.name() + " never come in one block");
    }

    private Optional<JsonObject> record() {
        for (Schedule.Round round : schedule.rounds()) {
            KnownState state = connections.state();
            round.steps().forEach(step -> written.add(call(step, state)));
            if (!round.order().isEmpty() && !order(round.order())) {
                return Optional.empty();
            }
        }
        written.add(JsonObject.empty().withTexts("state", new LastState(connections, names).read()));
        return Optional.of(JsonObject.empty().with("name", schedule.name()).withObjects("steps", written));
    }

    private JsonObject call(Schedule.Step step, KnownState state) {
        List<String> operations = step.operations().stream().map(names::real).toList();
        Proposed proposed = connections
                .draft(step.organisation(), operations)
                .withTransient(step.transientData())
                .sign();
        names.nameTransaction(proposed, step.label());
        JsonObject text = JsonObject.empty()
                .with(step.isEvaluated() ? "evaluate" : "endorse", step.label() + " as @" + step.organisation())
                .withTexts("do", step.operations());
        List<String> endorsers = step.endorsers().stream().map(names::mspId).toList();
        GatewayCalls gateway = connections.gateway(step.organisation());
        try {
            if (step.isEvaluated()) {
                return text.withAll(response(gateway.evaluate(proposed, endorsers)));
            }
            Envelope prepared = gateway.endorse(proposed, endorsers);
            held.put(step.label(), new Held(step, proposed, prepared));
            PrivateWrites expected = PrivateWrites.of(operations, new TreeMap<>(step.transientData()));
            return text.withAll(new PreparedText(names, state, expected).of(proposed, prepared));
        } catch (Refusal refusal) {
            return text.withAll(RefusalText.of(refusal, names));
        }
    }

    private JsonObject response(Response response) {
        return PreparedText.response(response, names);
    }

    /** Whether everything came in one block, in the order in which it was sent. */
    private boolean order(List<String> labels) {
        int from = connections.watch().count();
        List<String> refused = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (String label : labels) {
            Optional.ofNullable(held.get(label)).ifPresent(transaction -> {
                if (submit(transaction, refused)) {
                    accepted.add(transaction.proposed().txId());
                }
            });
        }
        if (isBft() && isOnceAcceptedAndOnceRefused(accepted, refused)) {
            return false;
        }
        List<String> expected = isBft() ? accepted.stream().distinct().toList() : accepted;
        List<Ordered> ordered = connections.watch().await(from, expected.size(), tx -> accepted.contains(tx.txId()));
        if (!ordered.stream().map(Ordered::txId).toList().equals(expected)) {
            return false; // three of four BFT orderers have it when a submit returns; the leader can be the fourth
        }
        accepted.stream().distinct().forEach(connections::awaitEverywhere);
        List<String> codes = new ArrayList<>();
        for (Ordered transaction : ordered) {
            String label = label(transaction.txId());
            names.nameVersion(transaction, label);
            codes.add(label + " " + transaction.code());
        }
        written.add(WriteSetText.with(JsonObject.empty().withTexts("ordered", codes), "refused", refused));
        return ordered.stream().map(Ordered::block).distinct().count() <= 1;
    }

    /** BFT orderers keep one copy of what waits; a second copy that comes after the block was cut is refused instead. */
    private boolean isOnceAcceptedAndOnceRefused(List<String> accepted, List<String> refused) {
        return accepted.stream()
                .anyMatch(txId -> refused.stream().anyMatch(text -> text.startsWith(label(txId) + " ")));
    }

    private boolean isBft() {
        return connections.ledger().kind() == LedgerKind.BFT;
    }

    private boolean submit(Held transaction, List<String> refused) {
        Signer signer = transaction.proposed().signer();
        Signer other = connections.signer(signer.mspId(), "somebody else");
        boolean isFirst = sent.add(transaction.step().label());
        Envelope signed = transaction.step().tampering().apply(transaction.envelope(), signer, other);
        try {
            connections
                    .gateway(transaction.step().organisation())
                    .submit(
                            transaction.proposed().channel(),
                            transaction.proposed().txId(),
                            signed);
            return true;
        } catch (Refusal refusal) {
            if (isFirst && isAlreadyProcessed(refusal)) {
                return true;
            }
            refused.add(transaction.step().label() + " "
                    + RefusalText.of(refusal, names).canonical());
            return false;
        }
    }

    /** What late BFT orderers say of a transaction that the others have ordered meanwhile: it counts. */
    private static boolean isAlreadyProcessed(Refusal refusal) {
        return !refusal.details().isEmpty()
                && refusal.details().stream()
                        .allMatch(detail -> detail.getMessage().endsWith("request already processed"));
    }

    private String label(String txId) {
        return held.values().stream()
                .filter(transaction -> transaction.proposed().txId().equals(txId))
                .map(transaction -> transaction.step().label())
                .findFirst()
                .orElseThrow();
    }
}
