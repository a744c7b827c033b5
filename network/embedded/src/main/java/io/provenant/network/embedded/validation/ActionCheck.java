package io.provenant.network.embedded.validation;

import static io.provenant.network.embedded.validation.InvalidTransactionException.unless;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_HEADER_EXTENSION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RESPONSE_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RWSET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ILLEGAL_WRITESET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_OTHER_REASON;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import java.util.HashSet;
import java.util.Set;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * What is checked of an endorsed response before anybody asks for policies: it is about the chaincode that was called,
 * and it writes to no other. There is one chaincode, so every other is unknown.
 */
final class ActionCheck {

    private final String chaincode;

    ActionCheck(String chaincode) {
        this.chaincode = chaincode;
    }

    ReadWriteSet check(EnvelopeCheck.Checked checked) throws InvalidTransactionException {
        ChaincodeHeaderExtension extension = Messages.parse(
                ChaincodeHeaderExtension.parser(), checked.header().getExtension(), BAD_HEADER_EXTENSION);
        ChaincodeAction action = action(checked.response());
        ReadWriteSet readWriteSet = readWriteSet(action.getResults());
        unless(extension.hasChaincodeId() && action.hasChaincodeId(), INVALID_OTHER_REASON);
        String called = extension.getChaincodeId().getName();
        unless(!called.isEmpty() && called.equals(action.getChaincodeId().getName()), INVALID_CHAINCODE);
        unless(!action.getChaincodeId().getVersion().isEmpty(), INVALID_CHAINCODE);
        unless(isEventOf(called, action.getEvents()), INVALID_OTHER_REASON);
        unless(hasDistinctNamespaces(readWriteSet), ILLEGAL_WRITESET);
        unless(called.equals(chaincode) && writesNowhereElse(readWriteSet), INVALID_CHAINCODE);
        return readWriteSet;
    }

    private static ChaincodeAction action(ProposalResponsePayload response) throws InvalidTransactionException {
        unless(!response.getExtension().isEmpty(), BAD_RESPONSE_PAYLOAD);
        return Messages.parse(ChaincodeAction.parser(), response.getExtension(), BAD_RESPONSE_PAYLOAD);
    }

    private static ReadWriteSet readWriteSet(ByteString results) throws InvalidTransactionException {
        try {
            return ReadWriteSet.parse(results);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(BAD_RWSET);
        }
    }

    private static boolean isEventOf(String called, ByteString event) throws InvalidTransactionException {
        return event.isEmpty()
                || Messages.parse(ChaincodeEvent.parser(), event, INVALID_OTHER_REASON)
                        .getChaincodeId()
                        .equals(called);
    }

    private static boolean hasDistinctNamespaces(ReadWriteSet readWriteSet) {
        Set<String> seen = new HashSet<>();
        return readWriteSet.namespaces().stream().allMatch(namespace -> seen.add(namespace.namespace()));
    }

    private boolean writesNowhereElse(ReadWriteSet readWriteSet) {
        return readWriteSet.namespaces().stream()
                .allMatch(namespace -> namespace.namespace().equals(chaincode) || !namespace.writes());
    }
}
