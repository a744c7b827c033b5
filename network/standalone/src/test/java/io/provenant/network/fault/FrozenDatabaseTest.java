package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provenant.gateway.GatewayApp;
import io.provenant.gateway.generator.TradeDay;
import io.provenant.network.gateway.Founding;
import io.provenant.network.gateway.OpenLog;
import io.provenant.network.gateway.RunningGateways;
import io.provenant.network.standalone.story.Answer;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL that takes connections and answers nothing, under a gateway that many ask at once. */
@OnLedger
class FrozenDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration STATEMENT = Duration.ofSeconds(15);
    private static final int ASKERS = 300; // more than the web server has threads
    private static final String FOUNDING = "/party/market/founding";

    @TempDir
    static Path folder;

    private final List<String> day = new TradeDay(7, LocalDate.of(2026, 3, 6), 200).records();
    private int posted;

    private record Timed(Answer answer, Duration took) {}

    @Test
    void everybody_is_told_soon_and_records_are_promised_all_the_while(TestLedger ledger) throws Exception {
        ExecutorService askers = Executors.newCachedThreadPool();
        try (DatabaseProcess database = DatabaseProcess.start();
                RunningGateways gateways = new RunningGateways(ledger, folder, database.postgres())) {
            Founding.of(gateways, ledger.channel());
            String origin = gateways.origin("pty-exchange", "trade");
            OpenLog.of(gateways, origin);
            String records = "/logs/" + Gateway.segment(origin) + "/records";
            try (GatewayApp app = GatewayApp.start(gateways.handOver("exchange"))) {
                Gateway exchange = gateways.at(app.url().toString());
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(
                                        post(exchange, records).answer().status())
                                .isEqualTo(201));
                assertThat(ask(exchange).answer().status()).isEqualTo(200);
                database.freeze();
                try {
                    frozen(exchange, records, askers);
                } finally {
                    database.thaw();
                }
                await().atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(ask(exchange).answer().status()).isEqualTo(200));
                assertThat(post(exchange, records).answer().status()).isEqualTo(201);
            }
        } finally {
            askers.shutdownNow();
        }
    }

    private void frozen(Gateway exchange, String records, ExecutorService askers) {
        List<CompletableFuture<Timed>> asked = IntStream.range(0, ASKERS)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> ask(exchange), askers))
                .toList();
        List<Timed> promised = new ArrayList<>();
        List<Timed> health = new ArrayList<>();
        while (asked.stream().anyMatch(one -> !one.isDone())) {
            promised.add(post(exchange, records));
            health.add(timed(() -> exchange.get("exchange-officer", "/health")));
        }
        List<Timed> answers = asked.stream().map(CompletableFuture::join).toList();
        Timed later = ask(exchange);

        System.out.println("frozen: " + ASKERS + " askers " + longest(answers) + ", records " + longest(promised)
                + ", health " + longest(health) + ", asked later " + later.took());
        assertThat(answers)
                .allSatisfy(one ->
                        assertThat(one.answer().json().text("type")).isEqualTo("urn:pvn:problem:database-unavailable"));
        assertThat(longest(answers)).isLessThan(STATEMENT);
        assertThat(promised).allSatisfy(one -> assertThat(one.answer().status()).isEqualTo(201));
        assertThat(longest(promised)).isLessThan(SOON);
        assertThat(health).allSatisfy(one -> assertThat(one.answer().status()).isEqualTo(503));
        assertThat(longest(health)).isLessThan(SOON);
        assertThat(later.answer().status()).isEqualTo(503);
        assertThat(later.took()).isLessThan(SOON);
    }

    private Timed post(Gateway exchange, String records) {
        String line = day.get(posted++ % day.size());
        return timed(() -> exchange.postLines("exchange-gateway", records, line));
    }

    private static Timed ask(Gateway exchange) {
        return timed(() -> exchange.get("exchange-officer", FOUNDING));
    }

    private static Timed timed(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Duration longest(List<Timed> all) {
        return all.stream().map(Timed::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
