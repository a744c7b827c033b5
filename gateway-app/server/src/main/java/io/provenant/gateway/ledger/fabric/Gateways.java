package io.provenant.gateway.ledger.fabric;

import com.google.protobuf.ByteString;
import io.grpc.Channel;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.ledger.identity.RoleKeys;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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
    private final Optional<ByteString> tlsClientHash;
    private final Clock clock;
    private final Map<Signatory, Open> clients = new ConcurrentHashMap<>();

    /** A client, and the key that it signs with. */
    record Open(Gateway gateway, RoleKey key) {}

    Gateways(Channel channel, RoleKeys keys, Limits limits, Optional<ByteString> tlsClientHash, Clock clock) {
        this.channel = channel;
        this.keys = keys;
        this.limits = limits;
        this.tlsClientHash = tlsClientHash;
        this.clock = clock;
    }

    Gateway of(Signatory signatory) {
        return open(signatory).gateway();
    }

    // A certificate that has expired is read again: whoever renewed it need not restart the gateway.
    Open open(Signatory signatory) {
        return clients.compute(
                signatory,
                (whose, known) -> known == null || isExpired(known.key()) ? connect(keys.key(whose)) : known);
    }

    private boolean isExpired(RoleKey key) {
        return !clock.instant().isBefore(key.certificate().getNotAfter().toInstant());
    }

    private Open connect(RoleKey key) {
        return new Open(gateway(key), key);
    }

    private Gateway gateway(RoleKey key) {
        Gateway.Builder builder = Gateway.newInstance()
                .connection(channel)
                .identity(new X509Identity(key.mspId(), key.certificate()))
                .signer(key.signer())
                .hash(Hash.SHA256)
                .evaluateOptions(o -> o.withDeadlineAfter(limits.endorse().toMillis(), TimeUnit.MILLISECONDS))
                .endorseOptions(o -> o.withDeadlineAfter(limits.endorse().toMillis(), TimeUnit.MILLISECONDS))
                .submitOptions(o -> o.withDeadlineAfter(limits.submit().toMillis(), TimeUnit.MILLISECONDS));
        tlsClientHash.ifPresent(hash -> builder.tlsClientCertificateHash(hash.toByteArray()));
        return builder.connect();
    }
}
