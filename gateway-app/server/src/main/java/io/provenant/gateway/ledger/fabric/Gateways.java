package io.provenant.gateway.ledger.fabric;

import io.grpc.Channel;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.ledger.identity.RoleKeys;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.X509Identity;

/** One light client of fabric-gateway for each person and role, all on one channel. */
final class Gateways {

    private final Channel channel;
    private final RoleKeys keys;
    private final Limits limits;
    private final Map<Signatory, Gateway> open = new ConcurrentHashMap<>();

    Gateways(Channel channel, RoleKeys keys, Limits limits) {
        this.channel = channel;
        this.keys = keys;
        this.limits = limits;
    }

    Gateway of(Signatory signatory) {
        return open.computeIfAbsent(signatory, this::connect);
    }

    RoleKey key(Signatory signatory) {
        return keys.key(signatory);
    }

    private Gateway connect(Signatory signatory) {
        RoleKey key = keys.key(signatory);
        return Gateway.newInstance()
                .connection(channel)
                .identity(new X509Identity(key.mspId(), key.certificate()))
                .signer(key.signer())
                .hash(Hash.SHA256)
                .evaluateOptions(o -> o.withDeadlineAfter(limits.endorse().toMillis(), TimeUnit.MILLISECONDS))
                .endorseOptions(o -> o.withDeadlineAfter(limits.endorse().toMillis(), TimeUnit.MILLISECONDS))
                .submitOptions(o -> o.withDeadlineAfter(limits.submit().toMillis(), TimeUnit.MILLISECONDS))
                .connect();
    }
}
