package io.provenant.network.fabric;

import com.google.protobuf.ByteString;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.provenant.network.fabric.channel.Operator;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Waiting;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.discovery.AuthInfo;
import org.hyperledger.fabric.protos.discovery.ChaincodeQuery;
import org.hyperledger.fabric.protos.discovery.DiscoveryGrpc;
import org.hyperledger.fabric.protos.discovery.EndorsementDescriptor;
import org.hyperledger.fabric.protos.discovery.Peer;
import org.hyperledger.fabric.protos.discovery.Query;
import org.hyperledger.fabric.protos.discovery.QueryResult;
import org.hyperledger.fabric.protos.discovery.Request;
import org.hyperledger.fabric.protos.discovery.SignedRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/**
 * Whether every organisation's gateway can have a chaincode endorsed: its peer's own discovery, which the gateway plans
 * by, knows all peers that the policy names. Healthy nodes and joined channels say nothing of that.
 */
final class Readiness {

    private static final long PATIENCE_S = 5;
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final NetworkPlan plan;
    private final ChaincodeSettings chaincode;

    Readiness(NetworkPlan plan, ChaincodeSettings chaincode) {
        this.plan = plan;
        this.chaincode = chaincode;
    }

    /** Returns once an organisation's peer knows all endorsers. */
    void await(PeerPlace peer, Organisation organisation) {
        Credential tls = organisation.tls("readiness." + peer.domain(), List.of());
        SignedRequest request = request(organisation, tls);
        ManagedChannel channel = connect(peer, tls);
        try {
            Set<String> named = plan.settings().members().stream()
                    .map(MemberSettings::mspId)
                    .filter(mspId -> chaincode.endorsementPolicy().contains("'" + mspId + "."))
                    .collect(Collectors.toSet());
            if (!Waiting.within(USUAL, () -> endorsers(channel, request) >= named.size())) {
                long approvers = approvers(named);
                Waiting.until(
                        "the endorsers of " + chaincode.name() + " to be known to " + peer.name(),
                        () -> endorsers(channel, request) >= approvers);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    /** An organisation that has not approved what is committed does not run it; the others go on. */
    private long approvers(Set<String> named) {
        return plan.peers().stream()
                .filter(peer -> named.contains(peer.mspId()))
                .map(peer -> new Operator(plan, peer))
                .filter(operator -> operator.committed(chaincode.name())
                        .flatMap(now -> operator.approvedPackage(chaincode.name(), now.sequence()))
                        .isPresent())
                .count();
    }

    /** How many peers the gateway could ask; none while they do not satisfy the policy. */
    private static long endorsers(ManagedChannel channel, SignedRequest request) {
        try {
            QueryResult result = DiscoveryGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE_S, TimeUnit.SECONDS)
                    .discover(request)
                    .getResults(0);
            return result.getCcQueryRes().getContentList().stream()
                    .mapToLong(Readiness::endorsers)
                    .sum();
        } catch (StatusRuntimeException e) {
            return 0;
        }
    }

    private static long endorsers(EndorsementDescriptor descriptor) {
        return descriptor.getEndorsersByGroupsMap().values().stream()
                .flatMap(group -> group.getPeersList().stream())
                .map(Peer::getIdentity)
                .distinct()
                .count();
    }

    private SignedRequest request(Organisation organisation, Credential tls) {
        Credential client = organisation.client("readiness", new TreeMap<>());
        SerializedIdentity identity = SerializedIdentity.newBuilder()
                .setMspid(organisation.mspId())
                .setIdBytes(ByteString.copyFromUtf8(client.certificatePem()))
                .build();
        ChaincodeInterest interest = ChaincodeInterest.newBuilder()
                .addChaincodes(ChaincodeCall.newBuilder().setName(chaincode.name()))
                .build();
        ByteString payload = Request.newBuilder()
                .setAuthentication(AuthInfo.newBuilder()
                        .setClientIdentity(identity.toByteString())
                        .setClientTlsCertHash(digest(tls)))
                .addQueries(Query.newBuilder()
                        .setChannel(plan.settings().channel())
                        .setCcQuery(ChaincodeQuery.newBuilder().addInterests(interest)))
                .build()
                .toByteString();
        return SignedRequest.newBuilder()
                .setPayload(payload)
                .setSignature(ByteString.copyFrom(client.sign(payload.toByteArray())))
                .build();
    }

    private static ByteString digest(Credential tls) {
        try {
            byte[] certificate = tls.certificate().getEncoded();
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("cannot digest a certificate", e);
        }
    }

    /** Discovery binds a request to the TLS certificate of its connection, so there must be one. */
    private static ManagedChannel connect(PeerPlace peer, Credential tls) {
        try {
            ChannelCredentials credentials = TlsChannelCredentials.newBuilder()
                    .trustManager(peer.tls().resolve("ca.crt").toFile())
                    .keyManager(stream(tls.certificatePem()), stream(tls.privateKeyPem()))
                    .build();
            return Grpc.newChannelBuilder(peer.address(), credentials).build();
        } catch (IOException e) {
            throw new FabricException("cannot read the TLS root of " + peer.name(), e);
        }
    }

    private static InputStream stream(String text) {
        return ByteString.copyFromUtf8(text).newInput();
    }
}
