package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;

/** An endorsed transaction as it is written down; what is computed and not told is checked and not shown. */
final class PreparedText {

    private static final int SHOWN_BYTES = 2000;

    private final Names names;
    private final KnownState state;
    private final PrivateWrites privateWrites;

    PreparedText(Names names, KnownState state, PrivateWrites privateWrites) {
        this.names = names;
        this.state = state;
        this.privateWrites = privateWrites;
    }

    JsonObject of(Proposed proposed, Envelope envelope) {
        Prepared prepared = Prepared.of(envelope);
        ChaincodeAction action = prepared.action();
        JsonObject text = response(action.getResponse(), names)
                .with(
                        "chaincode",
                        action.getChaincodeId().getName() + " "
                                + action.getChaincodeId().getVersion())
                .withTexts("endorsers", endorsers(prepared, proposed.signer().mspId()));
        if (!action.getEvents().isEmpty()) {
            text = text.with("event", event(action, proposed));
        }
        List<JsonObject> collections = new ArrayList<>();
        for (NsReadWriteSet space : prepared.spaces()) {
            text = text.withAll(new WriteSetText(names, state).of(space));
            for (CollectionHashedReadWriteSet collection : space.getCollectionHashedRwsetList()) {
                collections.add(new PrivateSetText(names, privateWrites).of(collection));
            }
        }
        text = collections.isEmpty() ? text : text.withObjects("collections", collections);
        return isHashOf(proposed, prepared) ? text : text.with("proposalHash", "of another proposal");
    }

    static JsonObject response(Response response, Names names) {
        ByteString payload = response.getPayload();
        String answer =
                payload.size() > SHOWN_BYTES ? payload.size() + " bytes" : names.symbolic(payload.toStringUtf8());
        JsonObject text =
                JsonObject.empty().with("status", response.getStatus()).with("answer", answer);
        return response.getMessage().isEmpty() ? text : text.with("message", names.symbolic(response.getMessage()));
    }

    /** Which organisations signed; any second one is as good as another, so only one's own and their number is kept. */
    private static List<String> endorsers(Prepared prepared, String own) {
        List<String> all = new ArrayList<>();
        for (Endorsement endorsement : prepared.endorsements()) {
            String mspId = Prepared.parse(SerializedIdentity.parser(), endorsement.getEndorser())
                    .getMspid();
            boolean isSigned = endorsement.getSignature().size() > 0;
            all.add((mspId.equals(own) ? "own" : "other") + (isSigned ? "" : " unsigned"));
        }
        Collections.sort(all);
        return all;
    }

    private String event(ChaincodeAction action, Proposed proposed) {
        ChaincodeEvent event = Prepared.parse(ChaincodeEvent.parser(), action.getEvents());
        boolean isOurs = event.getTxId().equals(proposed.txId());
        return event.getChaincodeId() + (isOurs ? " " : " of another transaction ") + event.getEventName() + " = "
                + names.symbolic(event.getPayload().toStringUtf8());
    }

    /** SHA-256 over channel header, signature header and the payload without its transient data. */
    private static boolean isHashOf(Proposed proposed, Prepared prepared) {
        Proposal proposal = Prepared.parse(Proposal.parser(), proposed.signed().getProposalBytes());
        ByteString visible = Prepared.parse(ChaincodeProposalPayload.parser(), proposal.getPayload()).toBuilder()
                .clearTransientMap()
                .build()
                .toByteString();
        ByteString hash = Draft.sha256(prepared.header()
                .getChannelHeader()
                .concat(prepared.header().getSignatureHeader())
                .concat(visible));
        boolean isVisibleOnly =
                prepared.actionPayload().getChaincodeProposalPayload().equals(visible);
        return isVisibleOnly && hash.equals(prepared.response().getProposalHash());
    }
}
