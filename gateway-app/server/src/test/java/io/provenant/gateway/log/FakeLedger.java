package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.merkle.Checkpoint;
import io.provenant.merkle.ConsistencyProof;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A ledger with one log's head: it checks each advance as the peers do, and can fail before or after the commit. */
final class FakeLedger implements AnchorLedger {

    enum Failure {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        ATTEST
    }

    /** Fails each question for the head until it is told otherwise. */
    interface Silence {
        void keep() throws AnchorUnavailableException;
    }

    /** Fails each advance until it is told otherwise. */
    interface Fault {
        void strike() throws AnchorUnavailableException, AnchorRefusedException;
    }

    private static final TreeHasher HASHER = new TreeHasher(new JdkDigests());

    private final List<Head> heads = new ArrayList<>(List.of(new Head(0, HASHER.empty(), "", 0)));
    private Failure failure = Failure.NONE;
    private volatile Fault fault = () -> {};
    private volatile Silence silence = () -> {};

    void fail(Failure next) {
        failure = next;
    }

    void strike(Fault next) {
        fault = next;
    }

    void hide(Silence next) {
        silence = next;
    }

    List<Long> sizes() {
        return heads.stream().skip(1).map(Head::size).toList();
    }

    @Override
    public Head head(LogOrigin origin) throws AnchorUnavailableException {
        silence.keep();
        return heads.get(heads.size() - 1);
    }

    @Override
    public void advance(JsonObject body) throws AnchorUnavailableException, AnchorRefusedException {
        fault.strike();
        unless(Failure.BEFORE_COMMIT);
        Head old = heads.get(heads.size() - 1);
        long size = body.integer("size");
        Digest root = new Digest(body.text("rootHash"));
        List<Digest> proof = body.texts("proof").stream().map(Digest::new).toList();
        byte[] signed = new Checkpoint(new LogOrigin(body.text("origin")), size, root).signedBytes();
        byte[] signature = Base64.getUrlDecoder().decode(body.text("signature"));
        if (!Ed25519.verify(signature, 0, GoldenLogTest.KEY.publicKey(), 0, signed, 0, signed.length)) {
            throw new AnchorRefusedException("CHECKPOINT_SIGNATURE");
        }
        if (size <= old.size()
                || !new ConsistencyProof(old.size(), size, proof).allowsGrowth(HASHER, old.rootHash(), root)) {
            throw new AnchorRefusedException("CONSISTENCY_INVALID: the new head does not extend the old one");
        }
        heads.add(new Head(size, root, "tx-" + size, heads.size()));
        unless(Failure.AFTER_COMMIT);
    }

    @Override
    public JsonObject attest(List<String> keys) throws AnchorUnavailableException {
        unless(Failure.ATTEST);
        return JsonObject.empty()
                .with("docType", "Attestation")
                .withTexts("keys", keys)
                .with("size", heads.get(heads.size() - 1).size());
    }

    /** Puts a head on the ledger that this log did not send. */
    void fork(long size) {
        heads.add(new Head(size, new JdkDigests().digest(new byte[0]), "tx-fork", heads.size()));
    }

    private void unless(Failure cause) throws AnchorUnavailableException {
        if (failure == cause) {
            failure = Failure.NONE;
            throw new AnchorUnavailableException("no answer", new java.util.concurrent.TimeoutException());
        }
    }
}
