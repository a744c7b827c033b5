package io.provenant.network.embedded.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Parses a message of a transaction, or gives the code for what cannot be parsed. */
final class Messages {

    private Messages() {}

    static <T extends Message> T parse(Parser<T> parser, ByteString bytes, TxValidationCode code)
            throws InvalidTransactionException {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidTransactionException(code);
        }
    }
}
