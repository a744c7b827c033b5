package io.provenant.network.fault;

import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.network.fabric.NodeControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the peer of a gateway runs full. */
@OnRealFabric
class PeerDiskTest {

    private static final Set<String> OPEN = Set.of("committed", "indeterminate", "unavailable");
    private static final int DISK_MB = 64;

    @TempDir
    Path keys;

    @TempDir
    Path mounted;

    @Test
    void a_peer_whose_disk_is_full_ends_and_goes_on_after_a_restart_once_there_is_room() throws IOException {
        Path folder = FaultyLedger.newFolder();
        Path data = folder.resolve("organisations/ExchangeMSP/peer/data");
        Files.createDirectories(data.getParent());
        Files.createSymbolicLink(data, mounted);
        try (SmallDisk disk = SmallDisk.at(mounted, DISK_MB);
                FaultyLedger ledger = FaultyLedger.up(folder, 1);
                Care care = new Care(ledger.ledger(), keys);
                FabricLedgerClient client = ledger.client(FaultyLedger.LIMITS)) {
            NodeControl peer = ledger.network().peer(FaultyLedger.EXCHANGE);

            new Faults(ledger, care)
                    .under(client, "the disk of the own peer is full", OPEN, Duration.ofSeconds(8), disk::fill, () -> {
                        disk.empty();
                        peer.stop(); // it may have ended by itself
                        peer.start();
                    });
        }
    }
}
