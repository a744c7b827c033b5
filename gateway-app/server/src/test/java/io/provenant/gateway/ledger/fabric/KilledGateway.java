package io.provenant.gateway.ledger.fabric;

import com.zaxxer.hikari.HikariDataSource;
import io.grpc.ManagedChannel;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.desk.IdempotencyKeys;
import io.provenant.gateway.desk.PostgresCommandDesk;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.ledger.commit.HookedOutbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.identity.PemRoleKeys;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestMarket;
import io.provenant.gateway.testing.TestPostgres;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ledger side of a gateway in a process of its own: it says what it does, and is killed while it does it. Arguments:
 * database, folder of the market, port of the exchange's peer, and what to do.
 */
final class KilledGateway {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private KilledGateway() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]).resolve(TestMarket.EXCHANGE);
        ManagedChannel channel = new PeerChannel(
                        "127.0.0.1",
                        Integer.parseInt(args[2]),
                        folder.resolve("tls").resolve("ca.crt"),
                        Optional.empty(),
                        Optional.empty())
                .open();
        HikariDataSource database = TestPostgres.pool(args[0]);
        PostgresOutbox outbox = new PostgresOutbox(database, TestChain.CHAINCODE, Clock.systemUTC());
        HookedOutbox hooked = new HookedOutbox(outbox);
        boolean feeds = args[3].equals("feed");
        List<BlockListener> listeners = feeds ? List.of(index(database)) : List.of();
        FabricLedgerClient client = FabricLedgerClient.start(
                TestMarket.settings(TestMarket.EXCHANGE),
                channel,
                new PemRoleKeys(folder.resolve("people"), TestMarket.EXCHANGE),
                hooked,
                listeners,
                Clock.systemUTC());
        if (feeds) {
            Thread.currentThread().join();
        }
        hooked.afterNextWrite(() -> written(outbox, args[3]));
        new PostgresCommandDesk(client, outbox, new IdempotencyKeys(database, Clock.systemUTC()))
                .submit(TestMarket.provider(), TestMarket.declaration(args[4]), UUID.fromString(args[5]));
        OUT.println("COMMITTED " + args[4]);
        Thread.currentThread().join();
    }

    private static void written(PostgresOutbox outbox, String what) {
        OutboxEntry entry = outbox.open().get(0);
        OUT.println("WRITTEN " + entry.envelope().txId());
        if (what.equals("die-before-submit")) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static BlockListener index(HikariDataSource database) {
        BlockListener feeder = IndexStore.open(database, database, RecordTypes.all(), Commands.all())
                .feeder();
        return new BlockListener() {
            @Override
            public long nextBlock() {
                return feeder.nextBlock();
            }

            @Override
            public void accept(LedgerBlock block) {
                feeder.accept(block);
                OUT.println("INDEXED " + block.number());
            }
        };
    }
}
