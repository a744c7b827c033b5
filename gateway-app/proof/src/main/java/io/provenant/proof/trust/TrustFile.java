package io.provenant.proof.trust;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a verifier trusts, his own file (domain 3a.12): which market, which code, which organisations. No log keys are in
 * it; they come from an attested {@code LOG} record.
 */
public record TrustFile(
        String channel,
        String foundedTx,
        String chaincode,
        SortedSet<Digest> codeSha256,
        SortedMap<String, TrustedOrganisation> organisations,
        EndorsementPolicy policy) {

    private static final ProofFile FORM = new ProofFile(
            "Trust", List.of("channel", "foundedTx", "chaincode", "codeSha256", "organisations", "policy"), List.of());

    /** Copies the collections in; each organisation of the policy is described. */
    public TrustFile {
        codeSha256 = Collections.unmodifiableSortedSet(new TreeSet<>(codeSha256));
        organisations = Collections.unmodifiableSortedMap(new TreeMap<>(organisations));
        for (String mspId : policy.mspIds()) {
            if (!organisations.containsKey(mspId)) {
                throw new IllegalArgumentException("policy names an organisation without roots: " + mspId);
            }
        }
    }

    /** Reads the bytes of a trust file. */
    public static TrustFile parse(byte[] bytes) {
        JsonObject json = FORM.check(ProofFile.read(bytes));
        SortedMap<String, TrustedOrganisation> organisations = new TreeMap<>();
        for (JsonObject organisation : json.objects("organisations")) {
            TrustedOrganisation parsed = TrustedOrganisation.parse(organisation);
            if (organisations.put(parsed.mspId(), parsed) != null) {
                throw new IllegalArgumentException("trust file has twice the organisation " + parsed.mspId());
            }
        }
        TreeSet<Digest> digests = new TreeSet<>();
        json.texts("codeSha256").forEach(hex -> digests.add(new Digest(hex)));
        return new TrustFile(
                json.text("channel"),
                new Digest(json.text("foundedTx")).hex(),
                json.text("chaincode"),
                digests,
                organisations,
                EndorsementPolicy.parse(json.object("policy")));
    }

    /** The trust file. */
    public JsonObject toJson() {
        return FORM.start()
                .with("channel", channel)
                .with("foundedTx", foundedTx)
                .with("chaincode", chaincode)
                .withTexts("codeSha256", codeSha256.stream().map(Digest::hex).toList())
                .withObjects(
                        "organisations",
                        organisations.values().stream()
                                .map(TrustedOrganisation::toJson)
                                .toList())
                .with("policy", policy.toJson());
    }
}
