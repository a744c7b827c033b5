package io.provenant.proof;

import static io.provenant.proof.TrustedMarket.requireEqual;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureCheck;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
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

    String promise(SignedPromise file, LogKeys keys) {
        Promise promise = file.promise();
        requireEqual("channel of the promise", trust.channel(), file.channel());
        requireEqual("foundedTx of the promise", trust.foundedTx(), file.foundedTx());
        requireEqual("commitment promised", receipt.entry().commit(), promise.commit());
        requireLog(promise.origin());
        receipt.proof().ifPresent(proof -> requireSamePlace(promise, proof));
        if (!file.isSignedBy(keys.ofEpoch(promise.origin(), file.keyEpoch()), signatures)) {
            throw new IllegalArgumentException("signature of the promise does not verify");
        }
        return "index " + promise.index() + " of " + promise.origin() + " within " + promise.maxDelayS() + " s; key of "
                + keys.source();
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
        LogOrigin origin = proof.note().checkpoint().origin();
        requireLog(origin);
        LogPublicKey key = keys.all().stream()
                .filter(candidate ->
                        candidate.origin().equals(origin) && proof.note().names(candidate, digests))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no signature of the note carries the name and id of a key of " + keys.source()));
        if (!proof.note().isSignedBy(key, signatures, digests)) {
            throw new IllegalArgumentException("signature of the checkpoint does not verify");
        }
        return "key " + key.id(digests) + " of " + keys.source();
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

    String equivocation(LogOrigin origin, AttestationFile attestation) {
        String key = "EQV!" + origin;
        attestation.response().state().entry(key).ifPresent(value -> {
            throw new IllegalArgumentException("the ledger holds an equivocation: " + key);
        });
        return "attested absent: " + key;
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
