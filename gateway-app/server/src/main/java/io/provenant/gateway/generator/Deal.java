package io.provenant.gateway.generator;

import io.provenant.canonical.JsonObject;
import java.util.List;
import java.util.SplittableRandom;

/** A deal on its way from registration to voucher; each record names the one before. */
final class Deal {

    private static final List<String> STAGES =
            List.of("REGISTRATION", "LISTING", "TRADE", "DELIVERY", "SETTLEMENT", "VOUCHER");
    private static final List<String> PROVIDERS = List.of("pty-medcenter", "pty-pulse", "pty-thermo");
    private static final List<String> CONSUMERS = List.of("pty-lumen", "pty-blackpeak", "pty-orbit", "pty-shield");
    private static final List<String> MODES = List.of("API_RESULT", "REPORT", "SANDBOX", "TEE");
    private static final List<String> BANDS = List.of("LT_1M", "LT_1G", "LT_1T");

    private final JsonObject terms;
    private final String number;
    private final String deliveryMode;
    private final String byteBand;
    private final long amountMinor;
    private int stage;
    private String previous = "";

    private Deal(SplittableRandom random) {
        this.number = Long.toHexString(random.nextLong(1L << 40));
        this.deliveryMode = pick(MODES, random);
        this.byteBand = pick(BANDS, random);
        this.amountMinor = random.nextLong(1, 50_000) * 100;
        this.terms = JsonObject.empty()
                .with("productId", "prd-" + Integer.toHexString(random.nextInt(4096)))
                .withTexts("assetVersionIds", List.of("avr-" + random.nextInt(500)))
                .with("providerId", pick(PROVIDERS, random))
                .with("consumerId", pick(CONSUMERS, random))
                .with("tradeMode", random.nextInt(4) == 0 ? "LEASE" : "SALE_LICENCE");
    }

    static Deal draw(SplittableRandom random) {
        return new Deal(random);
    }

    boolean isDone() {
        return stage == STAGES.size();
    }

    /** The record of the next stage, on top of what all records have. */
    JsonObject next(JsonObject common, String recordNo) {
        String name = STAGES.get(stage);
        JsonObject record = common.withAll(terms).with("stage", name);
        if (!previous.isEmpty()) {
            record = record.with("prevRecordNo", previous);
        }
        previous = recordNo;
        stage++;
        return record.withAll(particulars(name));
    }

    private JsonObject particulars(String name) {
        JsonObject agreement = JsonObject.empty().with("agreementId", "agr-" + number);
        JsonObject delivery = agreement.with("deliveryId", "dlv-" + number);
        return switch (name) {
            case "TRADE" -> amount(agreement);
            case "DELIVERY" ->
                delivery.with("decisionId", "req-" + number)
                        .with("deliveryMode", deliveryMode)
                        .with("byteBand", byteBand);
            case "SETTLEMENT" -> amount(delivery).with("settlementRef", "STL-" + number);
            case "VOUCHER" -> amount(delivery).with("voucherNo", "VCH-" + number);
            default -> JsonObject.empty();
        };
    }

    private JsonObject amount(JsonObject record) {
        return record.with("amountMinor", amountMinor).with("currency", "CNY");
    }

    private static String pick(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
