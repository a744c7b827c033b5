package io.provenant.gateway.ledger.fabric;

import com.google.protobuf.ByteString;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.commit.OutboxRefusedException;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;

/** One try: endorse, sign, remember, send. What fails before the outbox has the envelope was not sent. */
final class Submitter {

    private final Gateways gateways;
    private final Proposals proposals;
    private final FabricSettings settings;
    private final Commits commits;
    private final LongSupplier height;

    Submitter(Gateways gateways, Proposals proposals, FabricSettings settings, Commits commits, LongSupplier height) {
        this.gateways = gateways;
        this.proposals = proposals;
        this.settings = settings;
        this.commits = commits;
        this.height = height;
    }

    Step send(Signatory as, LedgerCommand command) {
        long afterBlock = height.getAsLong();
        Gateways.Open client = gateways.open(as);
        SignedEnvelope envelope;
        try {
            envelope = sign(client, proposals.of(client.gateway(), command).endorse());
        } catch (EndorseException e) {
            return notEndorsed(GatewayFault.of(e));
        }
        OutboxEntry entry =
                new OutboxEntry(envelope, as, command.name(), command.reference(), afterBlock, Optional.empty());
        Commits.Awaited awaited;
        try {
            awaited = commits.expect(entry);
        } catch (OutboxRefusedException e) {
            commits.forget(envelope);
            return new Step.Over(new Submission.Unavailable("the outbox cannot be written: " + e.getMessage()));
        } catch (RuntimeException e) {
            return unwritten(envelope, e);
        }
        return ordered(awaited);
    }

    // From here on the envelope is in the outbox: a failure that does not say that nothing was taken leaves that open.
    private Step ordered(Commits.Awaited awaited) {
        if (awaited.ending().isDone()) {
            return new Step.Sent(awaited);
        }
        Optional<GatewayFault> certain;
        try {
            certain = order(awaited.envelope()).filter(fault -> fault.kind() == GatewayFault.Kind.NOT_ACCEPTED);
            certain.ifPresent(fault -> commits.abandon(awaited.envelope()));
        } catch (RuntimeException e) {
            return new Step.Over(new Submission.Indeterminate(awaited.envelope().txId()));
        }
        return certain.<Step>map(fault -> new Step.Over(new Submission.Unavailable("not ordered: " + fault.text())))
                .orElseGet(() -> new Step.Sent(awaited));
    }

    // Where even that fails nobody knows whether a restart will find the envelope and send it.
    private Step unwritten(SignedEnvelope envelope, RuntimeException failure) {
        try {
            commits.abandon(envelope);
            return new Step.Over(new Submission.Unavailable("the outbox cannot be written: " + failure.getMessage()));
        } catch (RuntimeException e) {
            return new Step.Over(new Submission.Indeterminate(envelope.txId()));
        }
    }

    /**
     * Sends an envelope, again or for the first time.
     *
     * @return what went wrong; nothing where it was taken. Only of {@link GatewayFault.Kind#NOT_ACCEPTED} it is certain
     *     that this time nobody took it
     */
    Optional<GatewayFault> order(SignedEnvelope envelope) {
        for (int time = 1; ; time++) {
            try {
                gateways.of(settings.service())
                        .newTransaction(envelope.prepared().toByteArray())
                        .submitAsync();
                return Optional.empty();
            } catch (SubmitException e) {
                GatewayFault fault = GatewayFault.of(e);
                if (fault.kind() != GatewayFault.Kind.BUSY
                        || time == settings.limits().attempts()) {
                    return Optional.of(fault);
                }
                Pause.take(time);
            }
        }
    }

    // Signed here and not by the library's submit: the outbox holds the very bytes that are sent.
    private SignedEnvelope sign(Gateways.Open client, Transaction endorsed) {
        try {
            byte[] signature = client.key().signer().sign(endorsed.getDigest());
            byte[] prepared = client.gateway()
                    .newSignedTransaction(endorsed.getBytes(), signature)
                    .getBytes();
            return SignedEnvelope.parse(ByteString.copyFrom(prepared), settings.chaincode());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of " + client.key().certificate().getSubjectX500Principal() + " does not sign", e);
        }
    }

    private static Step notEndorsed(GatewayFault fault) {
        Submission unavailable = new Submission.Unavailable("not endorsed: " + fault.text());
        Submission refused = fault.refusal()
                .<Submission>map(no -> new Submission.Refused(no.codes(), no.message()))
                .orElse(unavailable);
        return switch (fault.kind()) {
            case REFUSED -> new Step.Over(refused);
            case DISAGREEMENT, BUSY -> new Step.Again(refused);
            case NOT_ACCEPTED, EXPIRED, DENIED, UNKNOWN -> new Step.Over(unavailable);
        };
    }
}
