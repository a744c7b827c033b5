package io.provenant.proof;

import static io.provenant.proof.TrustedMarket.requireEqual;

import com.google.protobuf.ByteString;
import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.proof.attestation.AttestProposal;
import io.provenant.proof.attestation.AttestResponse.Version;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.attestation.AttestedState;
import io.provenant.proof.attestation.Endorsement;
import io.provenant.proof.crypto.EcdsaSignature;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.report.Checks;
import io.provenant.proof.report.Step;
import io.provenant.proof.trust.PemCertificates;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Steps 2 to 9 over one attestation: what its answer is worth to somebody who trusts this market's peers. */
final class AttestationChecks {

    static final Step[] STEPS = {
        Step.PROPOSAL_HASH,
        Step.MARKET,
        Step.COMMAND,
        Step.ENDORSEMENTS,
        Step.ENDORSERS,
        Step.POLICY,
        Step.CODE,
        Step.READ_SET
    };

    private static final String COMMAND = "attest";
    private static final int MOST_KEYS = 64;
    private static final Digest NOT_PACKAGED = new Digest("0".repeat(64));
    private static final List<String> ALWAYS_READ = List.of("MKT!founding", "TIK!market");

    private final AttestationFile file;
    private final AttestProposal proposal;
    private final AttestedState state;
    private final TrustedMarket market;
    private final Digests digests;
    private final CountedEndorsements endorsements;

    AttestationChecks(AttestationFile file, TrustedMarket market, Digests digests) {
        this.file = file;
        this.proposal = file.proposal();
        this.state = file.response().state();
        this.market = market;
        this.digests = digests;
        this.endorsements =
                new CountedEndorsements(file.endorsements(), market.file().policy());
    }

    /** What a reader should know of endorsements that do not count, where enough others do. */
    List<String> warnings() {
        return endorsements.warnings();
    }

    /** Makes the checks in order; the first that fails ends them. True if all passed. */
    boolean make(Checks checks) {
        Map<Step, Supplier<String>> steps = new EnumMap<>(Step.class);
        steps.put(Step.PROPOSAL_HASH, this::proposalHash);
        steps.put(Step.MARKET, this::market);
        steps.put(Step.COMMAND, this::command);
        steps.put(Step.ENDORSEMENTS, this::endorsements);
        steps.put(Step.ENDORSERS, this::endorsers);
        steps.put(Step.POLICY, this::policy);
        steps.put(Step.CODE, this::code);
        steps.put(Step.READ_SET, this::readSet);
        boolean hold = true;
        for (Map.Entry<Step, Supplier<String>> step : steps.entrySet()) {
            if (hold) {
                hold = checks.make(step.getKey(), step.getValue());
            } else {
                checks.skip("an earlier check failed", step.getKey());
            }
        }
        return hold;
    }

    // That the asker signed makes every byte of the file matter; who the asker is, is nothing to the verifier.
    private String proposalHash() {
        Digest hash = proposal.hash(digests);
        requireEqual("proposal hash of the answer", hash, file.response().proposalHash());
        X509Certificate asker =
                PemCertificates.certificate(proposal.creator().getIdBytes().toByteArray());
        requireSignature(
                "asker",
                asker,
                proposal.signed().getProposalBytes(),
                proposal.signed().getSignature());
        return "proposal hash " + hash;
    }

    private String market() {
        requireEqual("channel of the proposal", market.file().channel(), proposal.channel());
        requireEqual("channel of the answer", market.file().channel(), state.channel());
        for (String name : proposal.chaincodeNames()) {
            requireEqual("chaincode of the proposal", market.file().chaincode(), name);
        }
        requireEqual(
                "chaincode of the answer",
                market.file().chaincode(),
                file.response().chaincodeName());
        return market.file().chaincode() + " on " + market.file().channel();
    }

    private String command() {
        return keysAsked().size() + " keys";
    }

    private List<String> keysAsked() {
        List<ByteString> arguments = proposal.arguments();
        requireEqual("number of arguments", 2, arguments.size());
        requireEqual("command", COMMAND, arguments.get(0).toStringUtf8());
        JsonObject envelope = ProofFile.read(arguments.get(1).toByteArray());
        ProofFile.members("envelope", envelope, List.of("v", "command", "body"), List.of("actor"));
        requireEqual("command of the envelope", COMMAND, envelope.text("command"));
        ProofFile.members("body", envelope.object("body"), List.of("keys"), List.of());
        List<String> keys = envelope.object("body").texts("keys");
        if (keys.isEmpty() || keys.size() > MOST_KEYS || !keys.equals(List.copyOf(new TreeSet<>(keys)))) {
            throw new IllegalArgumentException("1 to 64 keys must ascend, found " + keys);
        }
        return keys;
    }

    private String endorsements() {
        endorsements.keep(this::requireSigned);
        return endorsements.counted().size() + " signatures";
    }

    private void requireSigned(Endorsement endorsement) {
        String who = "endorser of " + endorsement.mspId();
        byte[] pem = endorsement.certificate().toByteArray();
        ByteString signed = ByteString.copyFrom(file.signedBytes(endorsement));
        requireSignature(who, PemCertificates.certificate(pem), signed, endorsement.signature());
    }

    private static void requireSignature(
            String who, X509Certificate certificate, ByteString bytes, ByteString signature) {
        if (!EcdsaSignature.verifyDer(certificate.getPublicKey(), bytes.toByteArray(), signature.toByteArray())) {
            throw new IllegalArgumentException("signature of the " + who + " does not verify with low s");
        }
    }

    private String endorsers() {
        endorsements.keep(this::requirePeer);
        String who = endorsements.counted().stream()
                .map(endorsement -> "peer of " + endorsement.mspId())
                .collect(Collectors.joining(", "));
        return who + "; valid at " + proposal.time() + ", which is the asker's word";
    }

    private void requirePeer(Endorsement endorsement) {
        byte[] pem = endorsement.certificate().toByteArray();
        market.requirePeer(endorsement.mspId(), PemCertificates.certificate(pem), proposal.time());
    }

    private String policy() {
        if (!endorsements.suffice()) {
            throw new IllegalArgumentException(endorsements.found());
        }
        return endorsements.found();
    }

    private String code() {
        requireEqual("foundedTx", market.file().foundedTx(), state.foundedTx());
        Digest code = state.codeSha256();
        if (code.equals(NOT_PACKAGED)) {
            throw new IllegalArgumentException("codeSha256 is 64 zeros: code not packaged");
        }
        if (!market.file().codeSha256().contains(code)) {
            throw new IllegalArgumentException("codeSha256 is " + code + ", expected one of "
                    + market.file().codeSha256());
        }
        return "codeSha256 " + code;
    }

    private String readSet() {
        requireEqual("keys answered", keysAsked(), List.copyOf(state.entries().keySet()));
        SortedMap<String, Optional<Version>> reads =
                file.response().reads(market.file().chaincode());
        state.entries().forEach((key, value) -> requireRead(reads, key, value.isPresent()));
        ALWAYS_READ.forEach(key -> requireRead(reads, key, true));
        return state.entries().size() + " entries, founding and fence";
    }

    private static void requireRead(SortedMap<String, Optional<Version>> reads, String key, boolean present) {
        Optional<Version> version = reads.get(key);
        if (version == null) {
            throw new IllegalArgumentException("the answer holds " + key + ", which was not read");
        }
        requireEqual("version present of " + key, present, version.isPresent());
    }
}
