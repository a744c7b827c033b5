package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.gateway.generator.TradeDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Load on the market of the story, as clients of the REST interface put it: uses that are requested and decided, a
 * transaction each, and trade records that are leaves of a log.
 */
public final class Load implements AutoCloseable {

    private static final int CLIENTS = 32;
    private static final String CARRIER = HealthData.CARRIER;

    private final Stage stage;
    private final Story.Props props;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Uses uses;
    private final PartySigner vendor;
    private final String versionId;
    private long day;

    private Load(Stage stage, Story.Props props, PartySigner vendor, String versionId) {
        this.stage = stage;
        this.props = props;
        this.uses = new Uses(stage);
        this.vendor = vendor;
        this.versionId = versionId;
    }

    /** Founds a market, admits the parties, opens the logs and seals the data that the load is about. */
    public static Load on(Stage stage, Story.Props props) {
        RuleSections rules = RuleSections.first();
        String foundedTx = new Founding(stage, rules).tell();
        Papers papers = new Papers(stage);
        Map<String, PartySigner> parties =
                new Admission(stage, papers, props.folder().resolve("parties"), props.clock(), foundedTx).tell();
        var unused = props.trust().apply(foundedTx);
        new OpenedLogs(stage).tell();
        HealthData.Published data =
                new HealthData(stage, Story.signer(parties, Admission.MEDCENTER), props.lineageOrigin()).tell();
        return new Load(stage, props, Story.signer(parties, Admission.LUMEN), data.deidentified());
    }

    /** Commits this many requests, some at a time; their ids. */
    public List<String> request(int count) {
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonObject request = uses.training(vendor, versionId);
            tasks.add(() -> {
                stage.carry(CARRIER, vendor, "usage:request", request);
                return request.text("requestId");
            });
        }
        return all(tasks);
    }

    /** A request as its envelope, for a client that speaks to a peer by itself. */
    public String signedRequest() {
        JsonObject request = uses.training(vendor, versionId);
        return JsonObject.empty()
                .with("v", 1)
                .with("command", "usage:request")
                .with("body", request)
                .with("actor", vendor.sign("usage:request", request))
                .canonical();
    }

    /** Has committed requests decided, some at a time; each is permitted. */
    public void decide(List<String> requestIds) {
        List<Callable<String>> tasks = new ArrayList<>();
        for (String requestId : requestIds) {
            tasks.add(() -> uses.decide(vendor, requestId).text("outcome"));
        }
        if (all(tasks).stream().anyMatch(outcome -> !outcome.equals("PERMIT"))) {
            throw new StoryException("a decision was not a permit");
        }
    }

    /** Posts a day of trade records of its own, and waits until the ledger holds a head over all of it. */
    public void anchor(int records) {
        String lines = new TradeDay(++day, LocalDate.of(2026, 1, 1).plusDays(day), records).ndjson();
        long before = anchored();
        stage.gatewayOf(OpenedLogs.OPERATOR)
                .postLines(OpenedLogs.OPERATOR, "/logs/" + Gateway.segment(props.tradeOrigin()) + "/records", lines)
                .accepted("a day of trade records");
        stage.awaitUntil("the head of the trade log is on the ledger", () -> anchored() >= before + records);
    }

    /** Posts one record and gives the time to its promise, in ns. */
    public long promise() {
        String line = new TradeDay(++day, LocalDate.of(2026, 1, 1).plusDays(day), 1).ndjson();
        String path = "/logs/" + Gateway.segment(props.tradeOrigin()) + "/records";
        long from = System.nanoTime();
        stage.gatewayOf(OpenedLogs.OPERATOR)
                .postLines(OpenedLogs.OPERATOR, path, line)
                .accepted("a record");
        return System.nanoTime() - from;
    }

    /** The receipt of a record, as full as it can be. */
    public JsonObject receipt(long index) {
        return stage.read("exchange-officer", "/receipts/" + Gateway.segment(props.tradeOrigin()) + "/" + index);
    }

    private long anchored() {
        Answer head = stage.gatewayOf("regulator-officer")
                .get("regulator-officer", "/anchor/log-head/" + Gateway.segment(props.tradeOrigin()));
        return head.status() == 200 ? head.json().object("value").integer("size") : 0;
    }

    private <T> List<T> all(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : clients.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted");
        } catch (ExecutionException e) {
            throw new StoryException(String.valueOf(e.getCause()));
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
