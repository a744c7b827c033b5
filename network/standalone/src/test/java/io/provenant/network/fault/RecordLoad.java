package io.provenant.network.fault;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.generator.TradeDay;
import io.provenant.network.standalone.story.Answer;
import io.provenant.network.standalone.story.Gateway;
import io.provenant.network.standalone.story.StoryException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/**
 * A client that posts records and commands to a gateway, one after the other: whatever it has no answer to, and whatever
 * is answered by a problem, it sends again as it was.
 */
final class RecordLoad implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LINES = 10;
    private static final long PAUSE_MS = 100;
    private static final AtomicLong DAY = new AtomicLong();

    private final Gateway gateway;
    private final String path;
    private final Map<Long, JsonObject> promises;
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicLong posted = new AtomicLong();

    private RecordLoad(Gateway gateway, String origin, Map<Long, JsonObject> promises) {
        this.gateway = gateway;
        this.path = "/logs/" + Gateway.segment(origin) + "/records";
        this.promises = promises;
    }

    /** Starts; each promise is kept under its index. */
    static RecordLoad on(Gateway gateway, String origin, Map<Long, JsonObject> promises) {
        RecordLoad load = new RecordLoad(gateway, origin, promises);
        load.thread.execute(load::run);
        return load;
    }

    private void run() {
        try {
            do {
                long day = DAY.incrementAndGet();
                List<String> records =
                        new TradeDay(day, LocalDate.of(2026, 1, 1).plusDays(day), LINES).records();
                NewSection section = NewSection.next();
                boolean isKept = false;
                boolean isCommitted = false;
                while (!isKept || !isCommitted) {
                    isKept = isKept || post(records);
                    isCommitted = isCommitted || command(section);
                    var unused = end.await(PAUSE_MS, TimeUnit.MILLISECONDS);
                }
                posted.addAndGet(LINES);
            } while (end.getCount() > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean post(List<String> records) {
        try {
            Answer answer = gateway.postLines("exchange-gateway", path, String.join("\n", records));
            note("records", answer);
            if (answer.status() != 201) {
                return false;
            }
            answer.json().objects("lines").forEach(line -> promises.put(line.integer("index"), line.object("promise")));
            return true;
        } catch (StoryException e) {
            answers.merge("records: no answer", 1, Integer::sum);
            return false;
        }
    }

    private boolean command(NewSection section) {
        try {
            Answer answer = gateway.command(
                    "exchange-compliance",
                    section.command().name(),
                    section.command().body());
            note("command", answer);
            return answer.status() / 100 == 2;
        } catch (StoryException e) {
            answers.merge("command: no answer", 1, Integer::sum);
            return false;
        }
    }

    private void note(String what, Answer answer) {
        String type = answer.status() / 100 == 2
                ? ""
                : " " + answer.json().optionalText("type").orElse("");
        answers.merge(what + ": " + answer.status() + type, 1, Integer::sum);
    }

    /** Returns once this many more records are promised, and their commands committed. */
    void awaitPosted(int more) {
        long before = posted.get();
        Awaitility.await().atMost(PATIENCE).until(() -> posted.get() >= before + more);
    }

    /** How often each kind of answer came. */
    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    @Override
    public void close() {
        end.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the last records were never promised");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
