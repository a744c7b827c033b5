package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.provenant.canonical.JsonObject;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.Signer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A market on a ledger, spoken to by clients that do as they please: endorse now, order later, out of turn or never. */
public final class LiveMarket implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int ATTEMPTS = 5;

    private final TestLedger ledger;
    private final Traffic traffic;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    public LiveMarket(TestLedger ledger, Traffic traffic) {
        this.ledger = ledger;
        this.traffic = traffic;
    }

    public TestLedger ledger() {
        return ledger;
    }

    /** Has a command endorsed; a refusal is thrown. Peers of which one is a block behind are asked again. */
    Endorsed endorse(Call call) {
        return endorse(call, List.of());
    }

    /** The same by these organisations and no other; where none is named, by whomever the gateway asks. */
    Endorsed endorse(Call call, List<String> endorsers) {
        for (int attempt = 1; ; attempt++) {
            Proposed proposed = propose(call);
            try {
                Envelope prepared = gateway(call.sender()).endorse(proposed, endorsers);
                Endorsed endorsed = new Endorsed(call, proposed, prepared);
                traffic.endorsed(endorsed, arguments(call));
                return endorsed;
            } catch (Refusal refusal) {
                if (!isOfPeersApart(refusal) || attempt == ATTEMPTS) {
                    traffic.refused(call, proposed, arguments(call), refusal);
                    throw refusal;
                }
            }
        }
    }

    private Proposed propose(Call call) {
        SortedMap<String, String> secret = new TreeMap<>();
        call.document().ifPresent(document -> secret.put("document", document));
        Signer signer = Signer.of(call.sender().mspId(), ledger.credential(call.sender()));
        return Draft.of(ledger.channel(), ledger.chaincode(), signer, arguments(call))
                .withTransient(secret)
                .withAge(call.age())
                .sign();
    }

    private static List<String> arguments(Call call) {
        return List.of(call.command(), call.envelope());
    }

    private static boolean isOfPeersApart(Refusal refusal) {
        return refusal.details().stream()
                .anyMatch(detail -> detail.getMessage().equals("ProposalResponsePayloads do not match"));
    }

    /** Sends what was endorsed to be ordered; returns when the orderer has it, or will not say. */
    void submit(Endorsed endorsed) {
        Envelope signed =
                endorsed.proposed().signer().signEnvelope(endorsed.prepared().getPayload());
        try {
            gateway(endorsed.call().sender())
                    .submit(endorsed.proposed().channel(), endorsed.proposed().txId(), signed);
        } catch (Refusal refusal) {
            // A gateway says so, too, of what BFT orderers have put into a block already: the blocks tell.
            if (refusal.code() != Status.Code.UNAVAILABLE) {
                throw refusal;
            }
        }
    }

    /** What became of it. */
    TxValidationCode code(Endorsed endorsed) {
        return gateway(endorsed.call().sender())
                .commitStatus(
                        endorsed.proposed().channel(),
                        endorsed.proposed().txId(),
                        endorsed.proposed().signer())
                .getResult();
    }

    /** Orders what was endorsed and says what became of it. */
    TxValidationCode order(Endorsed endorsed) {
        submit(endorsed);
        TxValidationCode code = code(endorsed);
        if (code == TxValidationCode.VALID) {
            traffic.committed(endorsed);
        }
        return code;
    }

    /** Returns when every organisation's peer has it: the next command may be endorsed by any of them. */
    private void awaitEverywhere(Endorsed endorsed) {
        for (String mspId : ledger.mspIds()) {
            GatewayCalls.of(ledger.connection(mspId))
                    .commitStatus(
                            endorsed.proposed().channel(),
                            endorsed.proposed().txId(),
                            endorsed.proposed().signer());
        }
    }

    /** Sends a command that must be committed; one that lost a race is sent afresh. */
    public Endorsed accept(Call call) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Endorsed endorsed = endorse(call);
            TxValidationCode code = order(endorsed);
            if (code == TxValidationCode.VALID) {
                awaitEverywhere(endorsed);
                return endorsed;
            }
            assertThat(code)
                    .as(call.command())
                    .isIn(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);
        }
        throw new AssertionError(call.command() + " lost " + ATTEMPTS + " races");
    }

    /** The text of the refusal that a command must meet. */
    String refusal(Call call) {
        try {
            throw new AssertionError(
                    call.command() + " is endorsed: " + endorse(call).payload());
        } catch (Refusal refusal) {
            return refusal.details().isEmpty()
                    ? refusal.text()
                    : refusal.details().get(0).getMessage();
        }
    }

    /** An approval of an exact command, as {@code approve} takes it. */
    static Call approval(Actor person, Call subject) {
        JsonObject command =
                JsonObject.empty().with("command", subject.command()).with("body", subject.body());
        return Call.of(person, "approve", JsonObject.of("subject", command)).withAge(subject.age());
    }

    /** Does the same for many at once, and gives what came of each. */
    <T, R> List<R> all(List<T> subjects, Function<T, R> step) {
        return subjects.stream()
                .map(subject -> CompletableFuture.supplyAsync(() -> step.apply(subject), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private GatewayCalls gateway(Actor sender) {
        return GatewayCalls.of(ledger.connection(sender.mspId()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
