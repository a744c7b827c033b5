package io.provenant.gateway.log;

import static io.provenant.shape.FieldTypes.count;
import static io.provenant.shape.FieldTypes.digest;
import static io.provenant.shape.FieldTypes.id;
import static io.provenant.shape.FieldTypes.ms;
import static io.provenant.shape.FieldTypes.oneOf;
import static io.provenant.shape.FieldTypes.partyId;
import static io.provenant.shape.FieldTypes.set;
import static io.provenant.shape.FieldTypes.text;

import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.Shape;

/** The members of a TradeRecord (domain 4.8). A NIL record says that a day had no trade, so it names no product. */
final class TradeRecordShape {

    private static final FieldType NUMBER = text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "record number");
    private static final FieldType DATE = text("20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "date");
    private static final FieldType CODE = text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "code");

    private static final Shape SOURCE_SYSTEM =
            Shape.of(Field.of("systemCode", CODE), Field.of("buildDigest", digest()), Field.of("timeSource", CODE));

    private static final Shape COMMON = Shape.of(
            Field.of("docType", oneOf("TradeRecord")),
            Field.of("id", text("pty-[A-Za-z0-9-]{1,60}/[A-Za-z0-9._-]{1,64}", "<exchangeId>/<recordNo>")),
            Field.of("schemaVersion", text("1\\.[0-9]{1,4}\\.[0-9]{1,4}", "version 1.x.y")),
            Field.of("recordNo", NUMBER),
            Field.of("tradeDate", DATE),
            Field.optional("lateFor", DATE),
            Field.of("occurredMs", ms()),
            Field.of("venue", oneOf("ON_EXCHANGE", "OFF_EXCHANGE_FILED")),
            Field.of("sourceSystem", SOURCE_SYSTEM));

    /** A day without trade. */
    static final Shape NIL = COMMON.and(Field.of("kind", oneOf("NIL")));

    /** A trade, its correction or its voiding. */
    static final Shape TRADE = COMMON.and(
            Field.of("kind", oneOf("TRADE", "CORRECTION", "VOID", "NIL")),
            Field.optional("correctsRecordNo", NUMBER),
            Field.optional("correctionCode", CODE),
            Field.of("stage", oneOf("REGISTRATION", "LISTING", "TRADE", "DELIVERY", "SETTLEMENT", "VOUCHER")),
            Field.optional("prevRecordNo", NUMBER),
            Field.of("tradeMode", oneOf("SALE_LICENCE", "LEASE", "SHARE", "EXCHANGE_IN_KIND", "OPEN")),
            Field.of("productId", id()),
            Field.of("assetVersionIds", set(id(), 8)),
            Field.of("providerId", partyId()),
            Field.of("consumerId", partyId()),
            Field.optional("brokerId", partyId()),
            Field.optional("agreementId", id()),
            Field.optional("decisionId", id()),
            Field.optional("deliveryId", id()),
            Field.optional(
                    "deliveryMode",
                    oneOf(
                            "RAW_FILE",
                            "API_RECORD",
                            "API_RESULT",
                            "REPORT",
                            "SANDBOX",
                            "MPC",
                            "FEDERATED",
                            "HE",
                            "TEE")),
            Field.optional("byteBand", CODE),
            Field.optional("amountMinor", count()),
            Field.optional("currency", text("[A-Z]{3}", "ISO 4217 code")),
            Field.optional("settlementRef", NUMBER),
            Field.optional("voucherNo", NUMBER));

    private TradeRecordShape() {}
}
