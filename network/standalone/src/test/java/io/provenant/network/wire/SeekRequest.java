package io.provenant.network.wire;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;

/** The signed request with which a client asks a peer for blocks. */
public final class SeekRequest {

    private SeekRequest() {}

    public static Envelope of(String channel, Signer signer, SeekInfo seek) {
        return of(channel, signer, seek, Duration.ZERO);
    }

    public static Envelope of(String channel, Signer signer, SeekInfo seek, Duration age) {
        Instant made = Instant.now().minus(age);
        ChannelHeader channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                .setChannelId(channel)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(made.getEpochSecond()).setNanos(made.getNano()))
                .build();
        SignatureHeader signatureHeader =
                SignatureHeader.newBuilder().setCreator(signer.creator()).build();
        return signer.signEnvelope(Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channelHeader.toByteString())
                        .setSignatureHeader(signatureHeader.toByteString()))
                .setData(seek.toByteString())
                .build()
                .toByteString());
    }

    /** Blocks from a number to another, as soon as each is there. */
    public static SeekInfo range(long from, long to) {
        return SeekInfo.newBuilder()
                .setStart(position(from))
                .setStop(position(to))
                .setBehavior(SeekInfo.SeekBehavior.BLOCK_UNTIL_READY)
                .build();
    }

    public static SeekPosition position(long number) {
        return SeekPosition.newBuilder()
                .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                .build();
    }
}
