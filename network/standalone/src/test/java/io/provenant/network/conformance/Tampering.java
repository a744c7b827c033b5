package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Signer;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Response;

/** What is done to an endorsed transaction before it is sent to be ordered. */
enum Tampering {
    NONE,
    /** All endorsements but the first are taken away. */
    ONE_ENDORSEMENT,
    /** The first endorsement stands in for the others. */
    SAME_ENDORSEMENT_TWICE,
    /** What was endorsed is changed. */
    CHANGED_RESULT,
    /** Somebody else signs it, of the same organisation. */
    OTHER_SIGNER;

    Envelope apply(Envelope prepared, Signer signer, Signer other) {
        Prepared parts = Prepared.of(prepared);
        List<Endorsement> endorsements = parts.endorsements();
        ByteString response = parts.actionPayload().getAction().getProposalResponsePayload();
        return switch (this) {
            case NONE -> signer.signEnvelope(prepared.getPayload());
            case ONE_ENDORSEMENT -> signer.signEnvelope(parts.with(response, endorsements.subList(0, 1)));
            case SAME_ENDORSEMENT_TWICE ->
                signer.signEnvelope(parts.with(response, List.of(endorsements.get(0), endorsements.get(0))));
            case CHANGED_RESULT -> signer.signEnvelope(parts.with(changed(parts), endorsements));
            case OTHER_SIGNER -> other.signEnvelope(prepared.getPayload());
        };
    }

    private static ByteString changed(Prepared parts) {
        Response response = parts.action().getResponse().toBuilder()
                .setPayload(ByteString.copyFromUtf8("something else"))
                .build();
        return parts.response().toBuilder()
                .setExtension(
                        parts.action().toBuilder().setResponse(response).build().toByteString())
                .build()
                .toByteString();
    }
}
