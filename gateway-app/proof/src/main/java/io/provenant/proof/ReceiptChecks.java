package io.provenant.proof;

import static io.provenant.proof.TrustedMarket.requireEqual;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureCheck;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import io.provenant.proof.LogKeys.Candidate;
import io.provenant.proof.attestation.AttestResponse.Version;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.note.TlogProof;
import io.provenant.proof.promise.Promise;
import io.provenant.proof.promise.SignedPromise;
import io.provenant.proof.receipt.AnchorClaim;
import io.provenant.proof.receipt.OpenedRecord;
import io.provenant.proof.receipt.Receipt;
import io.provenant.proof.trust.TrustFile;
import java.util.List;
import java.util.Optional;

/** The checks of step 11, one a method: each says why it passes, or fails by an {@link IllegalArgumentException}. */
final class ReceiptChecks {

    private final Receipt receipt;
    private final TrustFile trust;
    private final Digests digests;
    private final SignatureCheck signatures;

    ReceiptChecks(Receipt receipt, TrustFile trust, Digests digests, SignatureCheck signatures) {
        this.receipt = receipt;
        this.trust = trust;
        this.digests = digests;
        this.signatures = signatures;
    }

    String entry(OpenedRecord opened) {
        requireEqual(
                "commitment in the entry",
                opened.commit(digests),
                receipt.entry().commit());
        return "commitment " + receipt.entry().commit();
    }

    String oneAttestation(LogOrigin origin, AttestationFile attestation) {
        LogStatement.of(origin, attestation, trust.chaincode());
        return String.join(", ", LogStatement.keysOf(origin));
    }

    /** The keys of the log, if an attestation shows some or the verifier was given one. */
    Optional<LogKeys> keys(LogOrigin origin, Statements statements, Optional<LogPublicKey> given) {
        Optional<LogStatement> newest = statements.newest(origin, trust.chaincode());
        return newest.isPresent() || given.isPresent()
                ? Optional.of(new LogKeys(newest, statements.own().isPresent(), given, digests))
                : Optional.empty();
    }

    String promise(SignedPromise file, LogKeys keys) {
        requirePromised(file);
        Promise promise = file.promise();
        Candidate key = keys.of(file);
        if (!file.isSignedBy(key.key(), signatures)) {
            throw new IllegalArgumentException("signature of the promise does not verify");
        }
        return "index " + promise.index() + " of " + promise.origin() + " within " + promise.maxDelayS() + " s; key of "
                + key.source();
    }

    /** True if the promise is about this entry at this place, whoever signed it. */
    boolean isPromised(SignedPromise file) {
        try {
            requirePromised(file);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String inclusion(TlogProof proof) {
        TreeHasher hasher = new TreeHasher(digests);
        Digest leaf = hasher.leaf(receipt.entry().bytes());
        Checkpoint checkpoint = proof.note().checkpoint();
        Optional<Digest> root = proof.inclusion().root(hasher, leaf);
        if (root.isEmpty()) {
            throw new IllegalArgumentException("a path of " + proof.path().size() + " hashes does not fit index "
                    + proof.index() + " of size " + checkpoint.size());
        }
        requireEqual("root that the path leads to", checkpoint.rootHash(), root.get());
        return "index " + proof.index() + " of size " + checkpoint.size();
    }

    String checkpoint(TlogProof proof, LogKeys keys) {
        requireLog(proof.note().checkpoint().origin());
        Candidate signer = keys.of(proof.note()).stream()
                .filter(key -> proof.note().isSignedBy(key.key(), signatures, digests))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("signature of the checkpoint does not verify"));
        return "key " + signer.key().id(digests) + " of " + signer.source();
    }

    String head(TlogProof proof, AttestationFile attestation) {
        Checkpoint checkpoint = proof.note().checkpoint();
        String key = "LHD!" + checkpoint.origin();
        JsonObject head = attestation
                .response()
                .state()
                .entry(key)
                .orElseThrow(() -> new IllegalArgumentException("attested absent: " + key));
        requireEqual("docType of " + key, "LogHead", head.text("docType"));
        requireEqual("id of " + key, checkpoint.origin().value(), head.text("id"));
        requireEqual("attested size", checkpoint.size(), head.integer("size"));
        requireEqual("attested root", checkpoint.rootHash().hex(), head.text("rootHash"));
        requireEqual("attested checkpointHash", checkpoint.hash(digests).hex(), head.text("checkpointHash"));
        receipt.anchor().ifPresent(anchor -> requireAnchor(anchor, head, version(attestation, key)));
        return "size " + checkpoint.size() + ", root " + checkpoint.rootHash();
    }

    String equivocation(LogOrigin origin, List<AttestationFile> attestations) {
        String key = "EQV!" + origin;
        for (AttestationFile attestation : attestations) {
            if (LogStatement.showsEquivocation(origin, attestation)) {
                throw new IllegalArgumentException("the ledger holds an equivocation: " + key);
            }
        }
        return "attested absent: " + key;
    }

    private void requirePromised(SignedPromise file) {
        Promise promise = file.promise();
        requireEqual("channel of the promise", trust.channel(), file.channel());
        requireEqual("foundedTx of the promise", trust.foundedTx(), file.foundedTx());
        requireEqual("commitment promised", receipt.entry().commit(), promise.commit());
        requireLog(promise.origin());
        receipt.proof().ifPresent(proof -> requireSamePlace(promise, proof));
    }

    private void requireLog(LogOrigin origin) {
        requireEqual("channel of the log", trust.channel(), origin.channel());
        if (!receipt.entry().isOf(origin)) {
            throw new IllegalArgumentException(
                    "an entry of kind " + receipt.entry().kind() + " is none of a log for " + origin.purpose());
        }
    }

    private static void requireSamePlace(Promise promise, TlogProof proof) {
        requireEqual("log promised", proof.note().checkpoint().origin(), promise.origin());
        requireEqual("index promised", proof.index(), promise.index());
    }

    private Version version(AttestationFile attestation, String key) {
        return Optional.ofNullable(
                        attestation.response().reads(trust.chaincode()).get(key))
                .flatMap(version -> version)
                .orElseThrow(() -> new IllegalArgumentException("no version of " + key + " was read"));
    }

    // The transaction that wrote the head is the one that anchored the checkpoint, and its block is the head's version.
    private static void requireAnchor(AnchorClaim anchor, JsonObject head, Version version) {
        requireEqual("transaction of the anchor", head.text("updatedTx"), anchor.txId());
        requireEqual("block of the anchor", version.blockNumber(), anchor.blockNumber());
    }
}
