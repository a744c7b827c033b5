package io.provenant.gateway.generator;

import io.provenant.canonical.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A day of an exchange's trade records, drawn from a seed: deals that walk from registration to voucher side by side,
 * one record in a hundred correcting or voiding an earlier one (domain 3a.17). Equal arguments give equal bytes.
 *
 * @param lines how many records; none is a day without trade, one NIL record
 */
public record TradeDay(long seed, LocalDate date, int lines) {

    private static final String EXCHANGE = "pty-exchange";
    private static final int OPEN_DEALS = 64;

    /** The records in the order of their numbers, as canonical JSON, a line each, without line ends. */
    public List<String> records() {
        SplittableRandom random = new SplittableRandom(seed);
        List<Deal> open = new ArrayList<>();
        List<JsonObject> written = new ArrayList<>(Math.max(1, lines));
        for (int number = 1; number <= lines; number++) {
            JsonObject record = random.nextInt(100) == 0 && number > 1
                    ? correction(number, written, random)
                    : step(number, open, random);
            written.add(record);
        }
        if (lines == 0) {
            written.add(common(1).with("kind", "NIL"));
        }
        return written.stream().map(JsonObject::canonical).toList();
    }

    /** The records as NDJSON: each line ends in a line feed. */
    public String ndjson() {
        return String.join("\n", records()) + "\n";
    }

    private JsonObject step(int number, List<Deal> open, SplittableRandom random) {
        if (open.size() < OPEN_DEALS) {
            open.add(Deal.draw(random));
        }
        Deal deal = open.get(random.nextInt(open.size()));
        JsonObject record = deal.next(common(number).with("kind", "TRADE"), recordNo(number));
        if (deal.isDone()) {
            open.remove(deal);
        }
        return record;
    }

    private JsonObject correction(int number, List<JsonObject> written, SplittableRandom random) {
        JsonObject wrong = written.get(random.nextInt(written.size()));
        boolean isVoid = random.nextBoolean();
        return wrong.withAll(common(number))
                .with("kind", isVoid ? "VOID" : "CORRECTION")
                .with("correctsRecordNo", wrong.text("recordNo"))
                .with("correctionCode", isVoid ? "ENTERED_TWICE" : "WRONG_BAND");
    }

    // Nine in the morning in Beijing, then a record a second.
    private JsonObject common(int number) {
        long morning = date.atTime(1, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        return JsonObject.empty()
                .with("docType", "TradeRecord")
                .with("id", EXCHANGE + "/" + recordNo(number))
                .with("schemaVersion", "1.0.0")
                .with("recordNo", recordNo(number))
                .with("tradeDate", date.toString())
                .with("occurredMs", morning + number * 1000L)
                .with("venue", "ON_EXCHANGE")
                .with(
                        "sourceSystem",
                        JsonObject.empty()
                                .with("systemCode", "core-trading")
                                .with("buildDigest", "1".repeat(64))
                                .with("timeSource", "NTP"));
    }

    private String recordNo(int number) {
        return String.format(Locale.ROOT, "SDE-%s-%06d", DateTimeFormatter.BASIC_ISO_DATE.format(date), number);
    }
}
