package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provenant.canonical.JsonObject;
import io.provenant.network.fabric.NodeControl;
import io.provenant.network.gateway.Founding;
import io.provenant.network.gateway.OpenLog;
import io.provenant.network.gateway.RunningGateways;
import io.provenant.network.standalone.story.Answer;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.network.testing.TestRun;
import io.provenant.proof.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organisation's gateway in a process of its own, its database and its disk, under load over REST. */
@OnRealFabric
class GatewayFaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AROUND = 30;
    private static final int DISK_MB = 48;

    @TempDir
    static Path folder;

    private static final Map<Long, JsonObject> PROMISES = new ConcurrentSkipListMap<>();

    private static FaultyLedger ledger;
    private static SmallDisk disk;
    private static DatabaseProcess database;
    private static RunningGateways gateways;
    private static GatewayProcess exchange;
    private static Gateway client;
    private static String origin;

    @BeforeAll
    static void start() throws Exception {
        disk = SmallDisk.at(folder.resolve("exchange/data"), DISK_MB);
        ledger = FaultyLedger.up(FaultyLedger.newFolder(), 1);
        database = DatabaseProcess.start();
        gateways = new RunningGateways(ledger.ledger(), folder, database.postgres());
        Founding.of(gateways, ledger.ledger().channel());
        origin = gateways.origin("pty-exchange", "trade");
        OpenLog.of(gateways, origin);
        exchange = GatewayProcess.start(folder, gateways.handOver("exchange"));
        client = gateways.at(exchange.url());
    }

    @AfterAll
    static void stop() throws IOException {
        try {
            requirePromises();
        } finally {
            exchange.close();
            gateways.close();
            database.close();
            ledger.close();
            disk.close();
        }
    }

    @Test
    void a_gateway_that_is_killed_goes_on_where_it_was() {
        Map<String, Integer> answers =
                under("the gateway is killed", Duration.ofSeconds(3), exchange::kill, exchange::startAgain);

        assertThat(answers.keySet()).anyMatch(answer -> answer.endsWith("no answer"));
    }

    @Test
    void a_gateway_without_its_database_says_so_and_goes_on_when_it_is_back() {
        Map<String, Integer> answers =
                under("PostgreSQL is killed", Duration.ofSeconds(8), database::kill, database::startAgain);

        assertThat(answers.keySet())
                .allMatch(answer -> answer.matches(".*: (201|202|503 urn:pvn:problem:database-unavailable)\\s*"));
    }

    @Test
    void a_full_disk_of_the_vault_promises_nothing_and_room_is_enough_to_go_on() {
        Map<String, Integer> answers =
                under("the vault's disk is full", Duration.ofSeconds(5), disk::fill, disk::empty);

        assertThat(answers).containsKey("records: 507 urn:pvn:problem:storage-full");
    }

    @Test
    void a_gateway_whose_peer_is_killed_still_promises_and_anchors_when_it_is_back() {
        NodeControl peer = ledger.network().peer(FaultyLedger.EXCHANGE);

        Map<String, Integer> answers =
                under("the gateway's peer is killed", Duration.ofSeconds(8), peer::kill, peer::start);

        assertThat(answers.keySet())
                .allMatch(answer -> answer.matches(".*: (201|202|503 urn:pvn:problem:unavailable)\\s*"));
    }

    private static Map<String, Integer> under(String fault, Duration hold, Runnable breaks, Runnable repairs) {
        RecordLoad load = RecordLoad.on(client, origin, PROMISES);
        try (load) {
            load.awaitPosted(AROUND);
            breaks.run();
            Faults.hold(hold);
            repairs.run();
            load.awaitPosted(AROUND);
        }
        System.out.println("fault, " + TestRun.ledger().code() + ": " + fault + ": " + load.answers());
        return load.answers();
    }

    /** Every promise is a leaf of the log that the ledger has a head over, with the record that was posted; no other is. */
    private static void requirePromises() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(anchored()).as("records anchored").isEqualTo(PROMISES.size()));
        PROMISES.forEach((index, promise) -> {
            Receipt receipt = Receipt.parse(
                    client.get("exchange-compliance", "/receipts/" + Gateway.segment(origin) + "/" + index)
                            .accepted("the receipt of " + index)
                            .json());
            JsonObject said = promise.object("promise");
            assertThat(said.integer("index")).isEqualTo(index);
            assertThat(receipt.entry().commit().hex()).isEqualTo(said.text("commit"));
        });
        assertThat(PROMISES.values().stream()
                        .map(promise -> promise.object("promise").text("commit")))
                .doesNotHaveDuplicates();
    }

    private static long anchored() {
        Answer head = gateways.of("regulator").get("regulator-officer", "/anchor/log-head/" + Gateway.segment(origin));
        return head.status() == 200 ? head.json().object("value").integer("size") : 0;
    }
}
