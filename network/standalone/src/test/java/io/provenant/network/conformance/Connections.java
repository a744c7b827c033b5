package io.provenant.network.conformance;

import io.provenant.network.testing.Actor;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.ChainWatch;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Signer;
import java.util.ArrayList;
import java.util.List;

/** A ledger as the harness uses it: a client and a gateway of each organisation, and a watch on each peer. */
final class Connections {

    private final TestLedger ledger;
    private final List<Signer> clients = new ArrayList<>();
    private final List<GatewayCalls> gateways = new ArrayList<>();
    private final List<ChainWatch> watches = new ArrayList<>();
    private final KnownState state = new KnownState();
    private int applied;

    Connections(TestLedger ledger) {
        this.ledger = ledger;
        for (String mspId : ledger.mspIds()) {
            Signer client = signer(mspId, "client");
            clients.add(client);
            gateways.add(GatewayCalls.of(ledger.connection(mspId)));
            watches.add(ChainWatch.start(ledger.connection(mspId), ledger.channel(), client));
        }
    }

    TestLedger ledger() {
        return ledger;
    }

    /** Somebody of an organisation. */
    Signer signer(String mspId, String person) {
        return Signer.of(mspId, ledger.credential(new Actor(mspId, "tester", "pty", person)));
    }

    Signer client(String organisation) {
        return clients.get(Names.ORGANISATIONS.indexOf(organisation));
    }

    GatewayCalls gateway(String organisation) {
        return gateways.get(Names.ORGANISATIONS.indexOf(organisation));
    }

    ChainWatch watch() {
        return watches.get(0);
    }

    /** The versions of all keys after the newest block. */
    KnownState state() {
        List<Ordered> fresh = watch().since(applied);
        fresh.forEach(state::apply);
        applied += fresh.size();
        return state.copy();
    }

    /** A draft of a call of the probe. */
    Draft draft(String organisation, List<String> operations) {
        List<String> arguments = new ArrayList<>(List.of("run"));
        arguments.addAll(operations);
        return Draft.of(ledger.channel(), ledger.chaincode(), client(organisation), arguments);
    }

    /** Returns once a transaction has been committed, state included, by every peer. */
    void awaitEverywhere(String txId) {
        for (String organisation : Names.ORGANISATIONS) {
            gateway(organisation).commitStatus(ledger.channel(), txId, client(organisation));
        }
    }
}
