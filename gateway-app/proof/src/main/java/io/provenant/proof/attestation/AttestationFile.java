package io.provenant.proof.attestation;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.format.StrictBase64;
import java.util.Comparator;
import java.util.List;

/**
 * An attestation file (domain 3a.12): what was asked, what was answered, and who signed the answer. Endorsed and never
 * submitted, so it leaves no trace on the ledger.
 */
public record AttestationFile(AttestProposal proposal, AttestResponse response, List<Endorsement> endorsements) {

    /** The docType of an attestation file. */
    public static final String DOC_TYPE = "Attestation";

    private static final ProofFile FORM =
            new ProofFile(DOC_TYPE, List.of("signedProposal", "payload", "endorsements"), List.of());

    /** Copies the endorsements in, in their order. */
    public AttestationFile {
        endorsements = List.copyOf(endorsements);
    }

    /**
     * The file of an endorsed answer, its endorsements by MSP id, ascending.
     *
     * @param signedProposal the bytes of {@code protos.SignedProposal}
     * @param payload the bytes of {@code protos.ProposalResponsePayload} that all endorsers signed
     */
    public static AttestationFile of(ByteString signedProposal, ByteString payload, List<Endorsement> endorsements) {
        return new AttestationFile(
                AttestProposal.parse(signedProposal),
                AttestResponse.parse(payload),
                endorsements.stream()
                        .sorted(Comparator.comparing(Endorsement::mspId))
                        .toList());
    }

    /**
     * Reads the object of an attestation file, down to the messages inside. The endorsements stay as they are, whoever
     * added some: which of them count is the verifier's to say.
     */
    public static AttestationFile parse(JsonObject json) {
        FORM.check(json);
        return new AttestationFile(
                AttestProposal.parse(ByteString.copyFrom(StrictBase64.fromUrl(json.text("signedProposal")))),
                AttestResponse.parse(ByteString.copyFrom(StrictBase64.fromUrl(json.text("payload")))),
                json.objects("endorsements").stream().map(Endorsement::parse).toList());
    }

    /** The attestation file. */
    public JsonObject toJson() {
        return FORM.start()
                .with("signedProposal", StrictBase64.url(proposal.bytes().toByteArray()))
                .with("payload", StrictBase64.url(response.bytes().toByteArray()))
                .withObjects(
                        "endorsements",
                        endorsements.stream().map(Endorsement::toJson).toList());
    }

    /** What an endorsement signs: the payload and the endorser. */
    public byte[] signedBytes(Endorsement endorsement) {
        return response.bytes().concat(endorsement.endorser()).toByteArray();
    }
}
