package io.provenant.network.embedded.endorser;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.network.embedded.access.AccessDeniedException;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.ledger.ChannelLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** What a peer checks of a proposal before it runs anything, in Fabric's order and words. */
final class ProposalChecks {

    /** Fabric's {@code peer.authentication.timewindow}. */
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    private final ChannelAccess access;
    private final ChannelLedger ledger;
    private final Clock clock;

    ProposalChecks(ChannelAccess access, ChannelLedger ledger, Clock clock) {
        this.access = access;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The two filters before the endorser: an expired creator, a proposal of another time. */
    void filter(SignedProposal signed) {
        Proposal proposal = filtered("proposal", "Proposal", () -> Proposal.parseFrom(signed.getProposalBytes()));
        Header header = filtered("header", "Header", () -> Header.parseFrom(proposal.getHeader()));
        SignatureHeader signatureHeader = filtered(
                "signature header", "SignatureHeader", () -> SignatureHeader.parseFrom(header.getSignatureHeader()));
        Instant now = clock.instant();
        boolean isExpired = access.membership()
                .expiresAt(signatureHeader.getCreator())
                .filter(now::isAfter)
                .isPresent();
        if (isExpired) {
            throw new ProposalRefusedException("proposal client identity expired", true);
        }
        ChannelHeader channelHeader =
                filtered("channel header", "ChannelHeader", () -> ChannelHeader.parseFrom(header.getChannelHeader()));
        Instant proposed = instant(channelHeader.getTimestamp());
        if (proposed.plus(TIME_WINDOW).isBefore(now)
                || proposed.minus(TIME_WINDOW).isAfter(now)) {
            throw new ProposalRefusedException(
                    "request unauthorized due to incorrect timestamp " + proposed.truncatedTo(ChronoUnit.SECONDS)
                            + ", peer time " + now.truncatedTo(ChronoUnit.SECONDS)
                            + ", peer.authentication.timewindow 15m0s",
                    true);
        }
    }

    private static <T> T filtered(String part, String message, UnpackedProposal.Parsing<T> parsing) {
        try {
            return UnpackedProposal.parsed(message, parsing);
        } catch (ProposalRefusedException e) {
            throw new ProposalRefusedException("failed parsing " + part + ": " + e.text(), true);
        }
    }

    /** Header, creator, signature, transaction id and the channel's writers; gives the creator. */
    Member validate(UnpackedProposal proposal) {
        if (proposal.extensionChaincode().isEmpty()) {
            throw refusal("ChaincodeHeaderExtension.ChaincodeId.Name is empty");
        }
        if (!proposal.invocation().hasChaincodeSpec()) {
            throw refusal("chaincode invocation spec did not contain chaincode spec");
        }
        if (!proposal.invocation().getChaincodeSpec().hasInput()) {
            throw refusal("chaincode input did not contain any input");
        }
        validateHeader(proposal);
        Member creator = creator(proposal);
        if (proposal.channel().isEmpty()) {
            return creator; // there is no ledger to look into, and nobody's writers
        }
        requireUnknown(proposal);
        try {
            access.requireWriter(proposal.channel(), proposal.signedMessage());
        } catch (AccessDeniedException e) {
            throw refusal(e.text());
        }
        return creator;
    }

    private static void validateHeader(UnpackedProposal proposal) {
        int type = proposal.channelHeader().getType();
        if (type != HeaderType.ENDORSER_TRANSACTION_VALUE && type != HeaderType.CONFIG_VALUE) {
            HeaderType known = HeaderType.forNumber(type);
            throw invalid("invalid header type " + (known == null ? Integer.toString(type) : known.name()));
        }
        if (proposal.channelHeader().getEpoch() != 0) {
            throw invalid("epoch is non-zero");
        }
        if (proposal.signatureHeader().getNonce().isEmpty()) {
            throw invalid("nonce is empty");
        }
        if (proposal.signatureHeader().getCreator().isEmpty()) {
            throw invalid("creator is empty");
        }
        if (!proposal.txId().equals(proposal.expectedTxId())) {
            throw invalid("incorrectly computed txid '" + proposal.txId() + "' -- expected '" + proposal.expectedTxId()
                    + "'");
        }
        if (proposal.signed().getSignature().isEmpty()) {
            throw invalid("empty signature bytes");
        }
    }

    private Member creator(UnpackedProposal proposal) {
        String denied = "access denied: channel [" + proposal.channel() + "] creator org ";
        ByteString identity = proposal.signatureHeader().getCreator();
        Member creator = access.membership()
                .find(identity)
                .orElseThrow(() -> invalid(denied
                        + access.membership()
                                .issuer(identity)
                                .map(mspId -> "[" + mspId + "]")
                                .orElse("unknown, creator is malformed")));
        if (!creator.hasSigned(
                proposal.signed().getProposalBytes(), proposal.signed().getSignature())) {
            throw invalid(denied + "[" + creator.mspId() + "]");
        }
        return creator;
    }

    private void requireUnknown(UnpackedProposal proposal) {
        if (ledger.transaction(proposal.txId()).isPresent()) {
            ByteString creator = proposal.signatureHeader().getCreator();
            throw refusal("duplicate transaction found [" + proposal.txId() + "]. Creator ["
                    + HexFormat.of().formatHex(creator.toByteArray()) + "]");
        }
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    private static ProposalRefusedException invalid(String why) {
        return refusal("error validating proposal: " + why);
    }

    private static ProposalRefusedException refusal(String why) {
        return new ProposalRefusedException(why, false);
    }
}
