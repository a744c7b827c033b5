package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.network.fabric.NodeControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peer of a gateway, that of another organisation, their chaincode services, and the way to them. */
@OnRealFabric
class PeerFaultTest {

    private static final Set<String> UNSEEN = Set.of("committed");
    private static final Set<String> OPEN = Set.of("committed", "indeterminate", "unavailable");
    private static final Duration DOWN = Duration.ofSeconds(8);
    private static final Duration FROZEN = Duration.ofSeconds(20);

    @TempDir
    static Path keys;

    @AutoClose
    private static FaultScene scene;

    @BeforeAll
    static void start() {
        scene = FaultScene.start(keys, 1);
    }

    @Test
    void another_organisations_peer_is_killed_and_nobody_sees_it() {
        NodeControl peer = scene.network().peer(FaultyLedger.ASSOCIATION);

        scene.under("another organisation's peer is killed", UNSEEN, DOWN, peer::kill, peer::start);
    }

    @Test
    void the_own_peer_is_killed_and_all_goes_on_when_it_is_back() {
        NodeControl peer = scene.network().peer(FaultyLedger.EXCHANGE);

        Duration gap = scene.under("the own peer is killed", OPEN, DOWN, peer::kill, peer::start);

        assertThat(gap).isGreaterThan(DOWN);
    }

    @Test
    void another_organisations_chaincode_is_killed_and_nobody_sees_it() {
        NodeControl service = scene.network().service(FaultyLedger.ASSOCIATION, "provenant");

        scene.under("another organisation's chaincode is killed", UNSEEN, DOWN, service::kill, service::start);
    }

    @Test
    void the_own_chaincode_is_killed_and_all_goes_on_when_it_is_back() {
        NodeControl service = scene.network().service(FaultyLedger.EXCHANGE, "provenant");

        Duration gap = scene.under("the own chaincode is killed", OPEN, DOWN, service::kill, service::start);

        assertThat(gap).isGreaterThan(DOWN);
    }

    @Test
    void the_own_peer_is_frozen_for_20_s() {
        NodeControl peer = scene.network().peer(FaultyLedger.EXCHANGE);

        scene.under("the own peer is frozen for 20 s", OPEN, FROZEN, peer::freeze, peer::thaw);
    }

    @Test
    void the_own_chaincode_is_frozen_for_20_s() {
        NodeControl service = scene.network().service(FaultyLedger.EXCHANGE, "provenant");

        scene.under("the own chaincode is frozen for 20 s", OPEN, FROZEN, service::freeze, service::thaw);
    }

    @Test
    void another_organisations_peer_is_frozen_for_20_s() {
        NodeControl peer = scene.network().peer(FaultyLedger.ASSOCIATION);

        scene.under("another organisation's peer is frozen for 20 s", OPEN, FROZEN, peer::freeze, peer::thaw);
    }

    @Test
    void an_organisation_is_cut_off_from_its_peer() {
        String address = scene.network().gatewayAddress(FaultyLedger.EXCHANGE);
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (BlackHole way = BlackHole.to(port)) {
            ManagedChannel channel = new PeerChannel(
                            "127.0.0.1",
                            way.port(),
                            scene.network().gatewayTlsRoot(FaultyLedger.EXCHANGE),
                            Optional.empty(),
                            Optional.empty())
                    .open();
            try (FabricLedgerClient cutOff = scene.ledger().client(channel, FaultyLedger.LIMITS)) {
                scene.under(cutOff, "the organisation is cut off for 20 s", OPEN, FROZEN, way::cut, way::mend);
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
