package io.provenant.gateway.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.ledger.identity.RoleKeys;
import io.provenant.gateway.log.JdkDigests;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;

/** Proposals whose client's clock is wrong, by less than a peer minds. */
public final class TestProposals {

    private TestProposals() {}

    /** A command without a body, endorsed as if it were so much later, and not ordered yet. */
    public static Transaction endorsedLater(
            Channel channel, RoleKeys keys, Signatory as, String command, Duration later) {
        RoleKey key = keys.key(as);
        try (Gateway gateway = Gateway.newInstance()
                .connection(channel)
                .identity(new X509Identity(key.mspId(), key.certificate()))
                .signer(key.signer())
                .hash(Hash.SHA256)
                .connect()) {
            byte[] now = gateway.getNetwork(TestMarket.CHANNEL)
                    .getContract(TestChain.CHAINCODE)
                    .newProposal(command)
                    .addArguments("{\"body\":{},\"command\":\"" + command + "\",\"v\":1}")
                    .build()
                    .getBytes();
            ProposedTransaction moved = moved(ProposedTransaction.parseFrom(now), later);
            byte[] digest = new JdkDigests()
                    .sha256(moved.getProposal().getProposalBytes().toByteArray());
            return gateway.newSignedProposal(moved.toByteArray(), key.signer().sign(digest))
                    .endorse();
        } catch (InvalidProtocolBufferException | GatewayException | GeneralSecurityException e) {
            throw new IllegalStateException(command + " is not endorsed", e);
        }
    }

    private static ProposedTransaction moved(ProposedTransaction proposed, Duration later)
            throws InvalidProtocolBufferException {
        Proposal proposal = Proposal.parseFrom(proposed.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        Instant time = Instant.now().plus(later);
        ByteString channel = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .build()
                .toByteString();
        Proposal changed = proposal.toBuilder()
                .setHeader(header.toBuilder().setChannelHeader(channel).build().toByteString())
                .build();
        return proposed.toBuilder()
                .setProposal(proposed.getProposal().toBuilder().setProposalBytes(changed.toByteString()))
                .build();
    }
}
