package io.provenant.network.fabric.membership;

import com.google.protobuf.ByteString;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.channel.Admin;
import io.provenant.network.fabric.channel.Programs;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;

/** Fetches a channel's configuration and changes it, by Fabric's programs and the signatures of admins. */
final class ConfigUpdate {

    private final NetworkPlan plan;
    private final Path folder;

    ConfigUpdate(NetworkPlan plan) {
        this.plan = plan;
        this.folder = plan.settings().folder().resolve("channel");
    }

    /** The configuration that the orderers go by, fetched by an organisation's admin. */
    ChannelConfig fetch(PeerPlace as) {
        Path block = folder.resolve("current.block");
        new Admin(plan, as).fetchConfig(block);
        return ChannelConfig.read(block);
    }

    /** Has the admins of these organisations sign a change, the last of them send it, and every peer take it over. */
    void submit(ChannelConfig before, ChannelConfig after, List<PeerPlace> signers, String what) {
        Path envelope = folder.resolve("update.envelope");
        write(envelope, envelope(compute(before, after)).toByteArray());
        signers.subList(0, signers.size() - 1).forEach(signer -> new Admin(plan, signer).sign(envelope));
        PeerPlace last = signers.get(signers.size() - 1);
        try {
            new Admin(plan, last).update(envelope, what);
        } catch (FabricException e) {
            // What was sent again after an answer that got lost is refused, though it came through.
            if (!after.isSameAs(fetch(last))) {
                throw e;
            }
        }
    }

    /** Returns once the peers' configuration is as asked. */
    void await(List<PeerPlace> peers, String what, Predicate<ChannelConfig> isThere) {
        for (PeerPlace peer : peers) {
            Path block = folder.resolve("seen.block");
            Waiting.until(what + " to reach " + peer.name(), () -> {
                new Admin(plan, peer).fetchConfigOfPeer(block);
                return isThere.test(ChannelConfig.read(block));
            });
        }
    }

    private byte[] compute(ChannelConfig before, ChannelConfig after) {
        Path original = folder.resolve("before.config");
        Path updated = folder.resolve("after.config");
        Path update = folder.resolve("config.update");
        write(original, before.config().toByteArray());
        write(updated, after.config().toByteArray());
        Programs.of(plan.settings().binaries()).computeUpdate(plan.settings().channel(), original, updated, update);
        try {
            return Files.readAllBytes(update);
        } catch (IOException e) {
            throw new FabricException("cannot read " + update, e);
        }
    }

    private Envelope envelope(byte[] update) {
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_UPDATE_VALUE)
                .setChannelId(plan.settings().channel())
                .build();
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .setData(ConfigUpdateEnvelope.newBuilder()
                        .setConfigUpdate(ByteString.copyFrom(update))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder().setPayload(payload).build();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new FabricException("cannot write " + file, e);
        }
    }
}
