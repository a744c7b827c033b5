package io.provenant.network.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.SignedMessage;
import java.time.Duration;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;

/** A signed wish for a range of blocks. */
record SeekRequest(String channel, SignedMessage signed, SeekInfo seek) {

    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    /** Takes a request apart; one that cannot be read, or is of another time, is BAD_REQUEST. */
    static SeekRequest of(Envelope envelope, Instant now) throws DeliverException {
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            SignatureHeader signature =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            if (!payload.hasHeader() || !header.hasTimestamp() || !isNear(header, now)) {
                throw new DeliverException(Status.BAD_REQUEST);
            }
            return new SeekRequest(
                    header.getChannelId(),
                    new SignedMessage(envelope.getPayload(), signature.getCreator(), envelope.getSignature()),
                    SeekInfo.parseFrom(payload.getData()));
        } catch (InvalidProtocolBufferException e) {
            throw new DeliverException(Status.BAD_REQUEST);
        }
    }

    private static boolean isNear(ChannelHeader header, Instant now) {
        Instant sent = Instant.ofEpochSecond(
                header.getTimestamp().getSeconds(), header.getTimestamp().getNanos());
        return Duration.between(sent, now).abs().compareTo(TIME_WINDOW) <= 0;
    }
}
