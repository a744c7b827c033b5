package io.provenant.network.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.anchor.TradeLog;
import io.provenant.canonical.JsonObject;
import io.provenant.network.standalone.story.Answer;
import io.provenant.network.standalone.story.Gateway;

/** A log of the exchange on the ledger, which another organisation has to approve. */
public final class OpenLog {

    private OpenLog() {}

    /** Opens it, by the regulator's leave. */
    public static void of(RunningGateways gateways, String origin) {
        Gateway exchange = gateways.of("exchange");
        Gateway regulator = gateways.of("regulator");
        String key = exchange.get("exchange-officer", "/logs").json().objects("items").stream()
                .filter(log -> log.text("origin").equals(origin))
                .map(log -> log.text("publicKey"))
                .findFirst()
                .orElseThrow();
        JsonObject body = TradeLog.opening(origin, "TRADE", key);
        JsonObject approval = JsonObject.of(
                "subject", JsonObject.empty().with("command", "log:open").with("body", body));
        exchange.command("exchange-gateway", "log:open", body).refused("log:open", "APPROVALS_MISSING");
        Answer approved =
                regulator.command("regulator-officer", "approve", approval).accepted("approval");
        Answer again =
                regulator.command("regulator-officer", "approve", approval).accepted("the same person again");
        assertThat(again.answer()).isEqualTo(approved.answer());
        assertThat(again.json().objects("writes")).isEmpty();
        exchange.command("exchange-gateway", "log:open", body).accepted("log:open");
    }
}
