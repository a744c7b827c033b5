package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Proposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Proposals that are wrong, each endorsed and evaluated. */
final class ProposalRows {

    private static final String OPERATION = "put ~k0 v0";
    private static final Duration TOO_OLD = Duration.ofMinutes(16);

    private ProposalRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        WrongSigners.all()
                .forEach((name, signer) -> rows.add(both(
                        name,
                        run -> run.draft(signer.apply(run.organisation()), OPERATION)
                                .sign())));
        rows.add(both("a good proposal", run -> run.draft(OPERATION).sign()));
        rows.add(both(
                "a certificate of another organisation, at this gateway",
                run -> run.draft(run.connections().client("B"), OPERATION).sign()));
        rows.add(both("an unknown chaincode", run -> chaincode(run, "nowhere").sign()));
        rows.add(both("an empty chaincode", run -> chaincode(run, "").sign()));
        rows.add(both("an unknown channel", run -> channel(run, "nowhere").sign()));
        rows.add(both("an empty channel", run -> channel(run, "").sign()));
        rows.add(both("an unknown function", ProposalRows::unknownFunction));
        rows.add(both(
                "no arguments",
                run -> Draft.of(run.channel(), run.connections().ledger().chaincode(), run.client(), List.of())
                        .sign()));
        rows.add(both(
                "a proposal of 16 minutes ago",
                run -> run.draft(OPERATION).withAge(TOO_OLD).sign()));
        rows.add(both(
                "a proposal of 14 minutes ago",
                run -> run.draft(OPERATION).withAge(Duration.ofMinutes(14)).sign()));
        rows.add(both(
                "a proposal of 16 minutes hence",
                run -> run.draft(OPERATION).withAge(TOO_OLD.negated()).sign()));
        rows.add(both(
                "a transaction id that is none", run -> run.draft(OPERATION).sign("abc")));
        rows.add(both("another transaction id", run -> run.draft(OPERATION).sign("0".repeat(64))));
        rows.add(both("an empty transaction id", run -> run.draft(OPERATION).sign("")));
        rows.add(both(
                "a signature of something else",
                run -> signed(run, run.client().sign(ByteString.copyFromUtf8("else")))));
        rows.add(both("no signature", run -> signed(run, ByteString.EMPTY)));
        rows.add(both("a signature that is none", run -> signed(run, ByteString.copyFromUtf8("abc"))));
        rows.add(both("a signature with a high S", ProposalRows::highS));
        rows.add(both("a proposal of random bytes", run -> bytes(run, ByteString.copyFromUtf8("random bytes"))));
        rows.add(both("an empty proposal", run -> bytes(run, ByteString.EMPTY)));
        rows.add(Row.of("an id that is committed", ProposalRows::committedId));
        rows.add(Row.of("a request without a proposal", ProposalRows::nothing));
        rows.add(Row.of("a request for another channel than the proposal's", run -> mismatch(run, "nowhere", "")));
        rows.add(Row.of(
                "a request with another id than the proposal's", run -> mismatch(run, run.channel(), "0".repeat(64))));
        return rows;
    }

    private static Row both(String name, Function<RowRun, Proposed> proposal) {
        return Row.of(name, run -> {
            JsonObject endorsed = run.endorse(run.named(proposal.apply(run), "a"));
            return JsonObject.empty()
                    .with("endorse", endorsed)
                    .with("evaluate", run.evaluate(run.named(proposal.apply(run), "b")));
        });
    }

    private static Draft chaincode(RowRun run, String name) {
        return Draft.of(run.channel(), name, run.client(), run.draft(OPERATION).arguments());
    }

    private static Draft channel(RowRun run, String name) {
        Draft draft = run.draft(OPERATION);
        return Draft.of(name, draft.chaincode(), run.client(), draft.arguments());
    }

    private static Proposed unknownFunction(RowRun run) {
        return Draft.of(run.channel(), run.connections().ledger().chaincode(), run.client(), List.of("walk"))
                .sign();
    }

    private static Proposed signed(RowRun run, ByteString signature) {
        Proposed good = run.draft(OPERATION).sign();
        return new Proposed(
                good.channel(),
                good.txId(),
                good.signer(),
                good.signed().toBuilder().setSignature(signature).build());
    }

    private static Proposed highS(RowRun run) {
        Proposed good = run.draft(OPERATION).sign();
        ByteString signature = WrongSigners.highS(good.signed().getSignature());
        return new Proposed(
                good.channel(),
                good.txId(),
                good.signer(),
                good.signed().toBuilder().setSignature(signature).build());
    }

    private static Proposed bytes(RowRun run, ByteString bytes) {
        Proposed good = run.draft(OPERATION).sign();
        return new Proposed(
                good.channel(), good.txId(), good.signer(), run.client().signProposal(bytes));
    }

    private static JsonObject committedId(RowRun run) {
        Proposed proposed = run.sign(run.draft(OPERATION), "a");
        run.commit(proposed);
        return JsonObject.empty().with("endorse", run.endorse(proposed)).with("evaluate", run.evaluate(proposed));
    }

    private static JsonObject nothing(RowRun run) {
        return JsonObject.empty()
                .with("endorse", run.answer(() -> {
                    run.gateway()
                            .endorse(EndorseRequest.newBuilder()
                                    .setChannelId(run.channel())
                                    .build());
                    return RowRun.text("endorsed", "OK");
                }))
                .with("evaluate", run.answer(() -> {
                    run.gateway()
                            .evaluate(EvaluateRequest.newBuilder()
                                    .setChannelId(run.channel())
                                    .setProposedTransaction(SignedProposal.getDefaultInstance())
                                    .build());
                    return RowRun.text("evaluated", "OK");
                }));
    }

    private static JsonObject mismatch(RowRun run, String channel, String txId) {
        Proposed proposed = run.sign(run.draft(OPERATION), "a");
        Proposed other =
                new Proposed(channel, txId.isEmpty() ? proposed.txId() : txId, proposed.signer(), proposed.signed());
        return JsonObject.empty().with("endorse", run.endorse(other)).with("evaluate", run.evaluate(other));
    }
}
