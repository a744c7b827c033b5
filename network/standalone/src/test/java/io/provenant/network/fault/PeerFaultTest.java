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
import org.junit.jupiter.api.AfterAll;
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

    private static FaultyLedger ledger;
    private static FabricLedgerClient client;
    private static Care care;
    private static Faults faults;

    @BeforeAll
    static void start() {
        ledger = FaultyLedger.up(FaultyLedger.newFolder(), 1);
        care = new Care(ledger.ledger(), keys);
        client = ledger.client(FaultyLedger.LIMITS);
        faults = new Faults(ledger, care);
    }

    @AfterAll
    static void stop() {
        try {
            faults.requireAccount(client);
        } finally {
            client.close();
            care.close();
            ledger.close();
        }
    }

    @Test
    void another_organisations_peer_is_killed_and_nobody_sees_it() {
        NodeControl peer = ledger.network().peer(FaultyLedger.ASSOCIATION);

        faults.under(client, "another organisation's peer is killed", UNSEEN, DOWN, peer::kill, peer::start);
    }

    @Test
    void the_own_peer_is_killed_and_all_goes_on_when_it_is_back() {
        NodeControl peer = ledger.network().peer(FaultyLedger.EXCHANGE);

        Duration gap = faults.under(client, "the own peer is killed", OPEN, DOWN, peer::kill, peer::start);

        assertThat(gap).isGreaterThan(DOWN);
    }

    @Test
    void another_organisations_chaincode_is_killed_and_nobody_sees_it() {
        NodeControl service = ledger.network().service(FaultyLedger.ASSOCIATION, "provenant");

        faults.under(client, "another organisation's chaincode is killed", UNSEEN, DOWN, service::kill, service::start);
    }

    @Test
    void the_own_chaincode_is_killed_and_all_goes_on_when_it_is_back() {
        NodeControl service = ledger.network().service(FaultyLedger.EXCHANGE, "provenant");

        Duration gap = faults.under(client, "the own chaincode is killed", OPEN, DOWN, service::kill, service::start);

        assertThat(gap).isGreaterThan(DOWN);
    }

    @Test
    void the_own_peer_is_frozen_for_20_s() {
        NodeControl peer = ledger.network().peer(FaultyLedger.EXCHANGE);

        faults.under(client, "the own peer is frozen for 20 s", OPEN, FROZEN, peer::freeze, peer::thaw);
    }

    @Test
    void the_own_chaincode_is_frozen_for_20_s() {
        NodeControl service = ledger.network().service(FaultyLedger.EXCHANGE, "provenant");

        faults.under(client, "the own chaincode is frozen for 20 s", OPEN, FROZEN, service::freeze, service::thaw);
    }

    @Test
    void another_organisations_peer_is_frozen_for_20_s() {
        NodeControl peer = ledger.network().peer(FaultyLedger.ASSOCIATION);

        faults.under(client, "another organisation's peer is frozen for 20 s", OPEN, FROZEN, peer::freeze, peer::thaw);
    }

    @Test
    void an_organisation_is_cut_off_from_its_peer() {
        String address = ledger.network().gatewayAddress(FaultyLedger.EXCHANGE);
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (BlackHole way = BlackHole.to(port)) {
            ManagedChannel channel = new PeerChannel(
                            "127.0.0.1",
                            way.port(),
                            ledger.network().gatewayTlsRoot(FaultyLedger.EXCHANGE),
                            Optional.empty(),
                            Optional.empty())
                    .open();
            try (FabricLedgerClient cutOff = ledger.client(channel, FaultyLedger.LIMITS)) {
                faults.under(cutOff, "the organisation is cut off for 20 s", OPEN, FROZEN, way::cut, way::mend);
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
