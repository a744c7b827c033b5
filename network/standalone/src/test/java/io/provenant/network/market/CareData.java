package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.consent.ConsentBodies;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.testing.CareMarket;
import java.time.Duration;
import java.util.List;

/**
 * A medical centre's data: a consent of many people, an original version that rests on it, and a de-identified child.
 *
 * @param recipients whom the people allowed
 */
public record CareData(int number, List<String> recipients) {

    static final String CENTER = "pty-medcenter";
    public static final int PEOPLE = 64;
    private static final int IDS = 0x100;

    public People people() {
        return new People(CareMarket.uuid(id(1)), PEOPLE);
    }

    public String original() {
        return CareMarket.uuid(id(2));
    }

    public String child() {
        return CareMarket.uuid(id(3));
    }

    private long id(int kind) {
        return 0x1_0000_0000L + (long) number * IDS + kind;
    }

    /** Publishes, gives, declares, seals and releases it all. */
    void publish(LiveMarket market, Founders founders, PartySigner center) {
        String asset = "ast-care-" + number;
        send(market, founders, center, "notice:publish", notice());
        send(market, founders, center, "consent:give", consent());
        send(market, founders, center, "asset:declare", CareMarket.asset(asset, CENTER));
        seal(market, founders, center, version(CareMarket.version(original(), asset, CENTER), 200));
        JsonObject edge = CareMarket.edge(original()).with("masking", true);
        seal(
                market,
                founders,
                center,
                version(CareMarket.child(child(), asset, CENTER, edge), 100).with("versionNo", 2));
    }

    private JsonObject notice() {
        return ConsentBodies.notice()
                .with("noticeId", CareMarket.uuid(id(4)))
                .withTexts("recipientIds", recipients)
                .with("effectiveFromMs", System.currentTimeMillis());
    }

    private JsonObject consent() {
        return ConsentBodies.grant()
                .with("consentId", people().consentId())
                .with("interactionId", people().consentId())
                .with("population", people().population())
                .with("noticeId", CareMarket.uuid(id(4)))
                .withTexts("recipientIds", recipients)
                .with("validUntilMs", later(300));
    }

    private JsonObject version(JsonObject version, int days) {
        return version.with("asOfMs", System.currentTimeMillis())
                .with("retainUntilMs", later(days))
                .withObjects("consents", List.of(CareMarket.binding(people().consentId(), 0)));
    }

    private static long later(int days) {
        return System.currentTimeMillis() + Duration.ofDays(days).toMillis();
    }

    private static void seal(LiveMarket market, Founders founders, PartySigner center, JsonObject version) {
        send(market, founders, center, "version:seal", version);
        JsonObject release =
                JsonObject.empty().with("versionId", version.text("versionId")).with("rev", 1);
        send(market, founders, center, "version:release", release);
    }

    private static void send(
            LiveMarket market, Founders founders, PartySigner center, String command, JsonObject body) {
        market.accept(Call.of(founders.carrier(), command, body).signedBy(center));
    }
}
