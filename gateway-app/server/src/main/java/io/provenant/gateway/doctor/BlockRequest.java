package io.provenant.gateway.doctor;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.log.JdkDigests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** Asks a peer for one block at a time, as the block stream of a gateway does for all. */
final class BlockRequest {

    private final Channel peer;
    private final String channel;
    private final RoleKey key;
    private final Optional<byte[]> tlsClientHash;
    private final Duration patience;
    private final Clock clock;

    BlockRequest(
            Channel peer, String channel, RoleKey key, Optional<byte[]> tlsClientHash, Duration patience, Clock clock) {
        this.peer = peer;
        this.channel = channel;
        this.key = key;
        this.tlsClientHash = tlsClientHash;
        this.patience = patience;
        this.clock = clock;
    }

    /** The channel's configuration, from the block that the newest block names. */
    ChannelConfig config() throws GeneralSecurityException {
        try {
            Block newest = block(SeekPosition.newBuilder()
                    .setNewest(SeekNewest.getDefaultInstance())
                    .build());
            ByteString signed = newest.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE);
            long number = OrdererBlockMetadata.parseFrom(
                            Metadata.parseFrom(signed).getValue())
                    .getLastConfig()
                    .getIndex();
            return ChannelConfig.of(block(SeekPosition.newBuilder()
                    .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                    .build()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("the newest block cannot be read", e);
        }
    }

    private Block block(SeekPosition place) throws GeneralSecurityException {
        CompletableFuture<DeliverResponse> answer = new CompletableFuture<>();
        StreamObserver<Envelope> requests = DeliverGrpc.newStub(peer)
                .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .deliver(new First(answer));
        requests.onNext(request(place));
        try {
            return block(answer.join());
        } catch (CompletionException e) {
            throw new IllegalArgumentException(PeerSays.meaning("no blocks: " + e.getCause()), e);
        } finally {
            requests.onCompleted();
        }
    }

    private Block block(DeliverResponse answer) {
        if (answer.hasBlock()) {
            return answer.getBlock();
        }
        throw new IllegalArgumentException(
                switch (answer.getStatus()) {
                    case FORBIDDEN ->
                        "the peer shows no blocks to " + key.certificate().getSubjectX500Principal() + " of "
                                + key.mspId()
                                + ": the channel has no such organisation, or not the authority that issued"
                                + " the certificate, or the certificate has expired or lacks a role; look at"
                                + " provenant.organisation.msp-id and the line of this certificate";
                    case NOT_FOUND ->
                        "the peer is not on a channel " + channel
                                + ": look at provenant.market.channel, or join the peer";
                    case BAD_REQUEST ->
                        "the peer takes no request for blocks from here: its clock is more than 15 minutes off, or it"
                                + " knows another TLS client certificate than provenant.peer.client-certificate";
                    default -> "the peer shows no blocks: " + answer.getStatus();
                });
    }

    private Envelope request(SeekPosition place) throws GeneralSecurityException {
        SeekInfo seek = SeekInfo.newBuilder().setStart(place).setStop(place).build();
        byte[] nonce = new byte[24];
        new SecureRandom().nextBytes(nonce);
        SignatureHeader signer = SignatureHeader.newBuilder()
                .setCreator(creator())
                .setNonce(ByteString.copyFrom(nonce))
                .build();
        byte[] payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header().toByteString())
                        .setSignatureHeader(signer.toByteString()))
                .setData(seek.toByteString())
                .build()
                .toByteArray();
        byte[] signature = key.signer().sign(new JdkDigests().digest(payload).bytes());
        return Envelope.newBuilder()
                .setPayload(ByteString.copyFrom(payload))
                .setSignature(ByteString.copyFrom(signature))
                .build();
    }

    private ChannelHeader header() {
        Instant now = clock.instant();
        ChannelHeader.Builder header = ChannelHeader.newBuilder()
                .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                .setChannelId(channel)
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
        tlsClientHash.ifPresent(hash -> header.setTlsCertHash(ByteString.copyFrom(hash)));
        return header.build();
    }

    private ByteString creator() throws CertificateEncodingException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.certificate().getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        return SerializedIdentity.newBuilder()
                .setMspid(key.mspId())
                .setIdBytes(ByteString.copyFrom(pem, StandardCharsets.US_ASCII))
                .build()
                .toByteString();
    }

    private record First(CompletableFuture<DeliverResponse> answer) implements StreamObserver<DeliverResponse> {

        @Override
        public void onNext(DeliverResponse response) {
            answer.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            answer.completeExceptionally(error);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new IllegalStateException("the peer ended the stream"));
        }
    }
}
