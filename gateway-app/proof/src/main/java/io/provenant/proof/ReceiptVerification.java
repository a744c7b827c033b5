package io.provenant.proof;

import io.provenant.merkle.LogOrigin;
import io.provenant.proof.attestation.AttestationFile;
import io.provenant.proof.note.LogPublicKey;
import io.provenant.proof.receipt.Receipt;
import io.provenant.proof.report.Checks;
import io.provenant.proof.report.Level;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Step;
import io.provenant.proof.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps 10 to 12 of a receipt whose attestation, if it has one, holds: which checks apply, and what they come to. */
final class ReceiptVerification {

    static final Step[] STEPS = {
        Step.ONE_ATTESTATION, Step.ENTRY, Step.PROMISE, Step.INCLUSION, Step.CHECKPOINT, Step.HEAD, Step.EQUIVOCATION
    };

    private static final String NO_ATTESTATION = "no attestation of this log";
    private static final String OLDER =
            "the attestation is older and does not know the key that signed: give a newer one, or the log's C2SP key";
    private static final String NO_KEY = "no key of the log: give its C2SP key or an attestation of its LOG record";

    private final Receipt receipt;
    private final Statements statements;
    private final Optional<AttestationFile> attestation;
    private final Optional<LogPublicKey> logKey;
    private final ReceiptChecks steps;
    private final Checks checks;
    private final List<String> warnings;

    ReceiptVerification(
            Receipt receipt,
            Statements statements,
            Optional<LogPublicKey> logKey,
            ReceiptChecks steps,
            Checks checks,
            List<String> warnings) {
        this.receipt = receipt;
        this.statements = statements;
        this.attestation = statements.main();
        this.logKey = logKey;
        this.steps = steps;
        this.checks = checks;
        this.warnings = List.copyOf(warnings);
    }

    Report report() {
        Optional<LogOrigin> origin = receipt.origin();
        boolean isCovered = origin.isPresent() && oneAttestation(origin.get());
        Optional<LogKeys> keys =
                isCovered ? origin.flatMap(log -> steps.keys(log, statements, logKey)) : Optional.empty();
        receipt.opened()
                .ifPresentOrElse(
                        opened -> checks.make(Step.ENTRY, () -> steps.entry(opened)),
                        () -> checks.skip("the receipt holds no document", Step.ENTRY));
        promise(keys);
        proof(keys);
        attested(isCovered);
        return finished(keys);
    }

    private boolean oneAttestation(LogOrigin origin) {
        if (attestation.isEmpty()) {
            checks.skip("no attestation", Step.ONE_ATTESTATION);
            return true;
        }
        return checks.make(Step.ONE_ATTESTATION, () -> steps.oneAttestation(origin, attestation.get()));
    }

    private void promise(Optional<LogKeys> keys) {
        if (receipt.promise().isEmpty()) {
            checks.skip("the receipt holds no promise", Step.PROMISE);
        } else if (keys.isEmpty()) {
            checks.skip(NO_KEY, Step.PROMISE);
        } else if (keys.get().saysNothingOf(receipt.promise().get())
                && steps.isPromised(receipt.promise().get())) {
            checks.skip(OLDER, Step.PROMISE);
        } else {
            checks.make(Step.PROMISE, () -> steps.promise(receipt.promise().get(), keys.get()));
        }
    }

    private void proof(Optional<LogKeys> keys) {
        if (receipt.proof().isEmpty()) {
            checks.skip("the receipt holds no proof", Step.INCLUSION, Step.CHECKPOINT);
            return;
        }
        checks.make(Step.INCLUSION, () -> steps.inclusion(receipt.proof().get()));
        if (keys.isEmpty()) {
            checks.skip(NO_KEY, Step.CHECKPOINT);
        } else if (keys.get().saysNothingOf(receipt.proof().get().note())) {
            checks.skip(OLDER, Step.CHECKPOINT);
        } else {
            checks.make(Step.CHECKPOINT, () -> steps.checkpoint(receipt.proof().get(), keys.get()));
        }
    }

    private void attested(boolean isCovered) {
        Optional<LogOrigin> origin = receipt.origin();
        boolean isAttested = attestation.isPresent() && isCovered && origin.isPresent();
        if (!isAttested) {
            checks.skip(NO_ATTESTATION, Step.HEAD);
        } else if (receipt.proof().isEmpty()) {
            checks.skip("the receipt holds no proof", Step.HEAD);
        } else if (receipt.attestation().isEmpty() && !isOfThisHead()) {
            checks.skip("the attestation beside it is of another head", Step.HEAD);
        } else {
            checks.make(Step.HEAD, () -> steps.head(receipt.proof().get(), attestation.get()));
        }
        if (origin.isPresent() && (isAttested || !statements.holding().isEmpty())) {
            checks.make(Step.EQUIVOCATION, () -> steps.equivocation(origin.get(), statements.holding()));
        } else {
            checks.skip(NO_ATTESTATION, Step.EQUIVOCATION);
        }
    }

    private boolean isOfThisHead() {
        long size = receipt.proof().orElseThrow().note().checkpoint().size();
        return attestation
                .flatMap(file ->
                        file.response().state().entry("LHD!" + receipt.origin().orElseThrow()))
                .map(head -> head.integer("size") == size)
                .orElse(false);
    }

    private Report finished(Optional<LogKeys> keys) {
        Optional<Level> level = checks.hold() ? level() : Optional.empty();
        List<String> notes = new ArrayList<>(warnings);
        if (checks.passed(Step.CHECKPOINT)) {
            keys.flatMap(known -> known.outOfForce(receipt.proof().orElseThrow().note()))
                    .ifPresent(
                            why -> notes.add("warning: " + why + ": it binds the log, but no peer takes such a head"));
        }
        Verdict verdict = level.isPresent() ? Verdict.VALID : Verdict.COULD_NOT_CHECK;
        return new Report(
                Receipt.DOC_TYPE,
                checks.hold() ? verdict : Verdict.NOT_VALID,
                level,
                attestation.map(file -> file.response().state().tick()),
                checks.inOrder(),
                Remarks.ofReceipt(receipt, level, attestation.isPresent(), keys, notes));
    }

    private Optional<Level> level() {
        if (checks.passed(Step.CHECKPOINT)) {
            Level unattested = receipt.anchor().isPresent() ? Level.ANCHORED : Level.INTEGRATED;
            return Optional.of(checks.passed(Step.HEAD) ? Level.ATTESTED : unattested);
        }
        return checks.passed(Step.PROMISE) ? Optional.of(Level.PROMISED) : Optional.empty();
    }
}
