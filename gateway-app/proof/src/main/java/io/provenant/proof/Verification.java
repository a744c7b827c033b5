package io.provenant.proof;

import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.SignatureCheck;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.crypto.BouncyCastleDigests;
import io.provenant.proof.crypto.BouncyCastleSignatures;
import io.provenant.proof.format.ProofFile;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.receipt.Receipt;
import io.provenant.proof.report.Check;
import io.provenant.proof.report.Checks;
import io.provenant.proof.report.Outcome;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Step;
import io.provenant.proof.report.Verdict;
import io.provenant.proof.trust.TrustFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies receipts and attestations against one trust file (domain 3a.12), offline. Hostile bytes give a report that
 * says what is wrong, never an exception.
 */
public final class Verification {

    private final Digests digests = new BouncyCastleDigests();
    private final SignatureCheck signatures = new BouncyCastleSignatures();
    private final TrustedMarket market;
    private final Optional<LogPublicKey> logKey;
    private final Optional<AttestationFile> beside;

    private Verification(TrustedMarket market, Optional<LogPublicKey> logKey, Optional<AttestationFile> beside) {
        this.market = market;
        this.logKey = logKey;
        this.beside = beside;
    }

    /** Verifies against this trust file; one that cannot be read is an {@link IllegalArgumentException}. */
    public static Verification against(byte[] trustFile) {
        TrustFile file = TrustFile.parse(trustFile);
        return new Verification(new TrustedMarket(file), Optional.empty(), Optional.empty());
    }

    /** With a C2SP verifier key of the log, for receipts without an attestation. */
    public Verification withLogKey(String c2sp) {
        return new Verification(market, Optional.of(LogPublicKey.parse(c2sp, digests)), beside);
    }

    /** With an attestation file beside the receipt, which shows the keys of its log. */
    public Verification withAttestation(byte[] attestationFile) {
        AttestationFile file = AttestationFile.parse(ProofFile.read(attestationFile));
        return new Verification(market, logKey, Optional.of(file));
    }

    /** The report over a receipt or an attestation. */
    public Report verify(byte[] file) {
        try {
            JsonObject json = ProofFile.read(file);
            return json.text("docType").equals(AttestationFile.DOC_TYPE)
                    ? attestation(AttestationFile.parse(json))
                    : receipt(Receipt.parse(json));
        } catch (IllegalArgumentException e) {
            return refused("file", Verdict.NOT_VALID, "file: " + e.getMessage());
        }
    }

    /** The report for a trust file, key or attestation beside that cannot be read: it says nothing about the file. */
    public static Report couldNotCheck(String why) {
        return refused("file", Verdict.COULD_NOT_CHECK, why);
    }

    private static Report refused(String file, Verdict verdict, String why) {
        Check check = new Check(Step.FILES, Outcome.FAIL, why);
        return new Report(file, verdict, Optional.empty(), Optional.empty(), List.of(check), List.of());
    }

    private Report attestation(AttestationFile file) {
        Checks checks = new Checks();
        checks.make(Step.FILES, () -> AttestationFile.DOC_TYPE + " of v 1");
        AttestationChecks made = new AttestationChecks(file, market, digests);
        boolean holds = made.make(checks);
        checks.skip("not a receipt", Step.ONE_ATTESTATION, Step.ENTRY, Step.PROMISE, Step.INCLUSION);
        checks.skip("not a receipt", Step.CHECKPOINT, Step.HEAD, Step.EQUIVOCATION);
        return new Report(
                AttestationFile.DOC_TYPE,
                holds ? Verdict.VALID : Verdict.NOT_VALID,
                Optional.empty(),
                holds ? Optional.of(file.response().state().tick()) : Optional.empty(),
                checks.inOrder(),
                Remarks.ofAttestation(made.warnings()));
    }

    private Report receipt(Receipt receipt) {
        Checks checks = new Checks();
        checks.make(Step.FILES, () -> Receipt.DOC_TYPE + " of v 1");
        List<String> warnings = new ArrayList<>();
        Statements statements = Statements.NONE;
        if (receipt.attestation().isPresent()) {
            AttestationFile file = receipt.attestation().get();
            AttestationChecks own = new AttestationChecks(file, market, digests);
            if (!own.make(checks)) {
                checks.skip("an earlier check failed", ReceiptVerification.STEPS);
                return new Report(
                        Receipt.DOC_TYPE,
                        Verdict.NOT_VALID,
                        Optional.empty(),
                        Optional.empty(),
                        checks.inOrder(),
                        List.of());
            }
            warnings.addAll(own.warnings());
            statements = statements.withOwn(file);
        }
        if (beside.isPresent()) {
            statements = withBeside(beside.get(), statements, receipt, checks, warnings);
        }
        if (statements.holding().isEmpty()) {
            checks.skip("no attestation that counts", AttestationChecks.STEPS);
        }
        ReceiptChecks steps = new ReceiptChecks(receipt, market.file(), digests, signatures);
        return new ReceiptVerification(receipt, statements, logKey, steps, checks, warnings).report();
    }

    // Whoever puts a file beside a receipt did not make the receipt: what is wrong with the one says nothing of the
    // other.
    private Statements withBeside(
            AttestationFile file, Statements statements, Receipt receipt, Checks checks, List<String> warnings) {
        Checks apart = new Checks();
        AttestationChecks made = new AttestationChecks(file, market, digests);
        boolean holds = made.make(apart);
        boolean contradicts = holds
                && receipt.origin()
                        .filter(origin -> LogStatement.showsEquivocation(origin, file))
                        .isPresent();
        Optional<String> fault = holds ? uncovered(receipt, file) : apart.failure();
        if (fault.isPresent() && !contradicts) {
            warnings.add("warning: the attestation beside the receipt does not count: " + fault.get());
            return statements;
        }
        if (statements.own().isEmpty()) {
            checks.take(apart);
        }
        warnings.addAll(made.warnings());
        return fault.isPresent() ? statements.withContradiction(file) : statements.withBeside(file);
    }

    private Optional<String> uncovered(Receipt receipt, AttestationFile file) {
        try {
            receipt.origin()
                    .ifPresent(origin ->
                            LogStatement.of(origin, file, market.file().chaincode()));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
