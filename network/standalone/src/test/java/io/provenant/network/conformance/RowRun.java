package io.provenant.network.conformance;

import io.provenant.canonical.JsonObject;
import io.provenant.network.identity.Organisation;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.Signer;
import java.util.List;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.common.Envelope;

/** What a row calls with: the first organisation's client at its own gateway, and names of its own. */
final class RowRun {

    private final Connections connections;
    private final Names names;

    private RowRun(Connections connections, String prefix) {
        this.connections = connections;
        this.names = new Names(connections.ledger(), prefix);
    }

    static JsonObject run(Connections connections, Row row) {
        String prefix = row.name().replaceAll("[^a-zA-Z0-9]", "-") + ".";
        RowRun run = new RowRun(connections, prefix);
        return JsonObject.empty()
                .with("name", row.name())
                .withAll(run.answer(() -> row.call().apply(run)));
    }

    /** What the call gives, or how it is refused. */
    JsonObject answer(Supplier<JsonObject> call) {
        try {
            return call.get();
        } catch (Refusal refusal) {
            return RefusalText.of(refusal, names);
        }
    }

    static JsonObject text(String name, String value) {
        return JsonObject.empty().with(name, value);
    }

    Connections connections() {
        return connections;
    }

    Names names() {
        return names;
    }

    String channel() {
        return connections.ledger().channel();
    }

    Organisation organisation() {
        return connections.ledger().organisation(names.mspId("A"));
    }

    GatewayCalls gateway() {
        return connections.gateway("A");
    }

    Signer client() {
        return connections.client("A");
    }

    Draft draft(String... operations) {
        return connections.draft(
                "A", List.of(operations).stream().map(names::real).toList());
    }

    Draft draft(Signer signer, String... operations) {
        Draft draft = draft(operations);
        return new Draft(
                draft.channel(), draft.chaincode(), signer, draft.arguments(), draft.transientData(), draft.age());
    }

    /** Signs, and knows the transaction by a label from now on. */
    Proposed sign(Draft draft, String label) {
        return named(draft.sign(), label);
    }

    Proposed named(Proposed proposed, String label) {
        names.nameTransaction(proposed, label);
        return proposed;
    }

    JsonObject endorse(Proposed proposed) {
        return answer(() -> endorsed(gateway().endorse(proposed, List.of())));
    }

    JsonObject evaluate(Proposed proposed) {
        return answer(() -> PreparedText.response(gateway().evaluate(proposed, List.of()), names));
    }

    private JsonObject endorsed(Envelope prepared) {
        return PreparedText.response(Prepared.of(prepared).action().getResponse(), names);
    }

    Envelope prepare(Proposed proposed) {
        return gateway().endorse(proposed, List.of());
    }

    JsonObject submit(Proposed proposed, Envelope envelope) {
        return answer(() -> {
            gateway().submit(proposed.channel(), proposed.txId(), envelope);
            return text("submitted", "OK");
        });
    }

    /** Submits and waits for the place in the chain. */
    Ordered order(Proposed proposed, Envelope prepared) {
        int from = connections.watch().count();
        Envelope signed = proposed.signer().signEnvelope(prepared.getPayload());
        gateway().submit(proposed.channel(), proposed.txId(), signed);
        Ordered ordered = connections
                .watch()
                .await(from, 1, transaction -> transaction.txId().equals(proposed.txId()))
                .get(0);
        connections.awaitEverywhere(proposed.txId());
        return ordered;
    }

    /** Endorses, submits and waits. */
    Ordered commit(Proposed proposed) {
        return order(proposed, prepare(proposed));
    }
}
