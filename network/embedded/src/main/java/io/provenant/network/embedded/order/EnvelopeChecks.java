package io.provenant.network.embedded.order;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.AccessDeniedException;
import io.provenant.network.embedded.access.ChannelAccess;
import io.provenant.network.embedded.access.SignedMessage;
import java.time.Clock;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;

/** What an orderer checks of a message before it orders it, in Fabric's order and words. */
final class EnvelopeChecks {

    private final ChannelAccess access;
    private final Clock clock;
    private final int maxBytes;

    EnvelopeChecks(ChannelAccess access, Clock clock, int maxBytes) {
        this.access = access;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    void check(Envelope envelope) throws OrderRefusedException {
        Payload payload = payload(envelope);
        checkChannel(payload);
        if (envelope.getPayload().isEmpty()) {
            throw badRequest("Message was empty");
        }
        int bytes = envelope.getPayload().size() + envelope.getSignature().size();
        if (bytes > maxBytes) {
            throw badRequest(
                    "message payload is " + bytes + " bytes and exceeds maximum allowed " + maxBytes + " bytes");
        }
        SignedMessage signed = new SignedMessage(envelope.getPayload(), creator(payload), envelope.getSignature());
        boolean isExpired = access.membership()
                .expiresAt(signed.identity())
                .filter(end -> !clock.instant().isBefore(end))
                .isPresent();
        if (isExpired) {
            throw badRequest("broadcast client identity expired");
        }
        try {
            access.requireOrderedWriter(signed);
        } catch (AccessDeniedException e) {
            throw new OrderRefusedException(Status.FORBIDDEN, e.text());
        }
    }

    private static Payload payload(Envelope envelope) throws OrderRefusedException {
        try {
            return Payload.parseFrom(envelope.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw badRequest("could not determine channel ID: error unmarshalling Payload: proto: cannot parse invalid"
                    + " wire-format data");
        }
    }

    private void checkChannel(Payload payload) throws OrderRefusedException {
        if (!payload.hasHeader()) {
            throw badRequest("could not determine channel ID: header not set");
        }
        if (payload.getHeader().getChannelHeader().isEmpty()) {
            throw badRequest("could not determine channel ID: channel header not set");
        }
        try {
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (!header.getChannelId().equals(access.channel())) {
                throw badRequest("channel does not exist");
            }
            if (header.getType() == HeaderType.CONFIG_VALUE || header.getType() == HeaderType.CONFIG_UPDATE_VALUE) {
                throw badRequest("message is of type that cannot be processed directly");
            }
        } catch (InvalidProtocolBufferException e) {
            throw badRequest("could not determine channel ID: error unmarshalling channel header: error unmarshalling"
                    + " ChannelHeader: proto: cannot parse invalid wire-format data");
        }
    }

    private static ByteString creator(Payload payload) throws OrderRefusedException {
        try {
            return SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())
                    .getCreator();
        } catch (InvalidProtocolBufferException e) {
            throw badRequest("could not convert message to signedData: GetSignatureHeaderFromBytes failed, err proto:"
                    + " cannot parse invalid wire-format data");
        }
    }

    private static OrderRefusedException badRequest(String info) {
        return new OrderRefusedException(Status.BAD_REQUEST, info);
    }
}
