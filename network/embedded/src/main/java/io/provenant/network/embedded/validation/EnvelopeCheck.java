package io.provenant.network.embedded.validation;

import static io.provenant.network.embedded.validation.InvalidTransactionException.unless;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CREATOR_SIGNATURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CONFIG_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_OTHER_REASON;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.rwset.Sha256;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The first of a peer's checks: the form of the envelope, its creator's signature, the transaction id that follows from
 * creator and nonce, and the link from the endorsed response back to the proposal.
 */
final class EnvelopeCheck {

    /** What passed: the header, and the one action with what its endorsers signed. */
    record Checked(ChannelHeader header, ChaincodeActionPayload action, ProposalResponsePayload response) {}

    private final String channelId;
    private final Membership membership;

    EnvelopeCheck(String channelId, Membership membership) {
        this.channelId = channelId;
        this.membership = membership;
    }

    Checked check(ByteString bytes) throws InvalidTransactionException {
        Envelope envelope = Messages.parse(Envelope.parser(), bytes, INVALID_OTHER_REASON);
        Payload payload = Messages.parse(Payload.parser(), envelope.getPayload(), BAD_PAYLOAD);
        unless(payload.hasHeader(), BAD_COMMON_HEADER);
        ChannelHeader header = header(payload.getHeader().getChannelHeader());
        SignatureHeader creator = signatureHeader(payload.getHeader().getSignatureHeader(), BAD_COMMON_HEADER);
        unless(isSigned(envelope, header, creator), BAD_CREATOR_SIGNATURE);
        unless(header.getType() != HeaderType.CONFIG_VALUE, INVALID_CONFIG_TRANSACTION);
        unless(header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE, UNSUPPORTED_TX_PAYLOAD);
        unless(header.getTxId().equals(TransactionIds.of(creator)), BAD_PROPOSAL_TXID);
        return endorsed(payload, header);
    }

    private static ChannelHeader header(ByteString bytes) throws InvalidTransactionException {
        ChannelHeader header = Messages.parse(ChannelHeader.parser(), bytes, BAD_COMMON_HEADER);
        boolean isKnownType = switch (header.getType()) {
            case HeaderType.ENDORSER_TRANSACTION_VALUE, HeaderType.CONFIG_UPDATE_VALUE, HeaderType.CONFIG_VALUE -> true;
            default -> false;
        };
        unless(isKnownType && header.getEpoch() == 0, BAD_COMMON_HEADER);
        return header;
    }

    private static SignatureHeader signatureHeader(ByteString bytes, TxValidationCode code)
            throws InvalidTransactionException {
        SignatureHeader header = Messages.parse(SignatureHeader.parser(), bytes, code);
        unless(!header.getNonce().isEmpty() && !header.getCreator().isEmpty(), code);
        return header;
    }

    /** The members of another channel are nobody here, so its name in the header makes the signature a stranger's. */
    private boolean isSigned(Envelope envelope, ChannelHeader header, SignatureHeader creator) {
        return header.getChannelId().equals(channelId)
                && membership
                        .find(creator.getCreator())
                        .map(member -> member.hasSigned(envelope.getPayload(), envelope.getSignature()))
                        .orElse(false);
    }

    private static Checked endorsed(Payload payload, ChannelHeader header) throws InvalidTransactionException {
        TxValidationCode code = INVALID_ENDORSER_TRANSACTION;
        Transaction transaction = Messages.parse(Transaction.parser(), payload.getData(), code);
        unless(transaction.getActionsCount() == 1, code);
        TransactionAction wrapped = transaction.getActions(0);
        signatureHeader(wrapped.getHeader(), code);
        ChaincodeActionPayload action = Messages.parse(ChaincodeActionPayload.parser(), wrapped.getPayload(), code);
        unless(action.hasAction() && !action.getChaincodeProposalPayload().isEmpty(), code);
        ProposalResponsePayload response = Messages.parse(
                ProposalResponsePayload.parser(), action.getAction().getProposalResponsePayload(), code);
        ByteString proposalHash = Sha256.of(
                payload.getHeader().getChannelHeader(), wrapped.getHeader(), action.getChaincodeProposalPayload());
        unless(proposalHash.equals(response.getProposalHash()), code);
        return new Checked(header, action, response);
    }
}
