package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** The peer's own endorser, which the gateway stands in front of: what it answers to a proposal that it is handed. */
final class EndorserRows {

    private static final String OPERATION = "put ~k0 v0";
    private static final long PATIENCE_S = 30;

    private EndorserRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        WrongSigners.all()
                .forEach((name, signer) -> rows.add(row(
                        name,
                        run -> run.draft(signer.apply(run.organisation()), OPERATION)
                                .sign())));
        rows.add(row("a good proposal", run -> run.draft(OPERATION).sign()));
        rows.add(row(
                "a proposal that writes in collections",
                run -> run.draft("pput open ~p0 v0", "phash closed ~p1", OPERATION)
                        .sign()));
        for (int status : List.of(200, 404, 500)) {
            rows.add(row(
                    "a chaincode's status " + status,
                    run -> run.draft(OPERATION, "status " + status + " E42").sign()));
        }
        rows.add(row(
                "an exception in the chaincode",
                run -> run.draft(OPERATION, "throw E42").sign()));
        rows.add(row("an unknown chaincode", run -> draft(run, run.channel(), "nowhere")));
        rows.add(row("an empty chaincode", run -> draft(run, run.channel(), "")));
        rows.add(row(
                "an unknown channel",
                run -> draft(run, "nowhere", run.connections().ledger().chaincode())));
        rows.add(row(
                "an empty channel",
                run -> draft(run, "", run.connections().ledger().chaincode())));
        rows.add(row(
                "a proposal of 16 minutes ago",
                run -> run.draft(OPERATION).withAge(Duration.ofMinutes(16)).sign()));
        rows.add(row("another transaction id", run -> run.draft(OPERATION).sign("0".repeat(64))));
        rows.add(row("no signature", run -> with(run.draft(OPERATION).sign(), ByteString.EMPTY)));
        rows.add(row(
                "a signature of something else",
                run -> with(run.draft(OPERATION).sign(), run.client().sign(ByteString.copyFromUtf8("else")))));
        rows.add(row("an id that is committed", EndorserRows::committed));
        rows.add(Row.of(
                "the endorser, of random bytes",
                run -> answer(
                        run,
                        SignedProposal.newBuilder()
                                .setProposalBytes(ByteString.copyFromUtf8("random bytes"))
                                .build())));
        rows.add(Row.of("the endorser, of nothing", run -> answer(run, SignedProposal.getDefaultInstance())));
        return rows;
    }

    private static Row row(String name, Function<RowRun, Proposed> proposal) {
        return Row.of(
                "the endorser, of " + name,
                run -> answer(run, run.named(proposal.apply(run), "a").signed()));
    }

    private static Proposed draft(RowRun run, String channel, String chaincode) {
        return Draft.of(channel, chaincode, run.client(), run.draft(OPERATION).arguments())
                .sign();
    }

    private static Proposed with(Proposed good, ByteString signature) {
        return new Proposed(
                good.channel(),
                good.txId(),
                good.signer(),
                good.signed().toBuilder().setSignature(signature).build());
    }

    private static Proposed committed(RowRun run) {
        Proposed proposed = run.sign(run.draft(OPERATION), "a");
        run.commit(proposed);
        return proposed;
    }

    private static JsonObject answer(RowRun run, SignedProposal proposal) {
        try {
            return text(
                    run,
                    EndorserGrpc.newBlockingStub(run.gateway().connection())
                            .withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS)
                            .processProposal(proposal));
        } catch (StatusRuntimeException e) {
            throw Refusal.of(e);
        }
    }

    private static JsonObject text(RowRun run, ProposalResponse response) {
        JsonObject text = PreparedText.response(response.getResponse(), run.names())
                .with("version", response.getVersion())
                .with("endorsed", response.hasEndorsement());
        if (response.hasInterest()) {
            text = text.withTexts(
                    "interest",
                    response.getInterest().getChaincodesList().stream()
                            .map(EndorserRows::interest)
                            .toList());
        }
        return response.getPayload().isEmpty()
                ? text
                : text.withTexts("definition", definitionReads(response.getPayload()));
    }

    private static String interest(ChaincodeCall call) {
        return call.getName() + " " + call.getCollectionNamesList()
                + (call.getNoPrivateReads() ? " no private reads" : "")
                + (call.getNoPublicWrites() ? " no public writes" : "") + " " + call.getKeyPoliciesCount()
                + " key policies";
    }

    /** The keys of the chaincode's definition that the transaction has read, and would fail for if they changed. */
    private static List<String> definitionReads(ByteString payload) {
        ChaincodeAction action = Prepared.parse(
                ChaincodeAction.parser(),
                Prepared.parse(ProposalResponsePayload.parser(), payload).getExtension());
        List<String> reads = new ArrayList<>();
        for (NsReadWriteSet space :
                Prepared.parse(TxReadWriteSet.parser(), action.getResults()).getNsRwsetList()) {
            if (space.getNamespace().equals("_lifecycle")) {
                Prepared.parse(KVRWSet.parser(), space.getRwset())
                        .getReadsList()
                        .forEach(read -> reads.add(read.getKey() + (read.hasVersion() ? "" : " absent")));
            }
        }
        return reads;
    }
}
