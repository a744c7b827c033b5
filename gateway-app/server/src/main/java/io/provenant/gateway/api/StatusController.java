package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.gateway.GatewaySettings;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.LedgerClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know about this gateway, without a token: what it is, how far it has come, and what it proves. */
@RestController
public final class StatusController {

    private static final Map<GatewaySettings.Ordering, String> ORDERING = new TreeMap<>(Map.of(
            GatewaySettings.Ordering.SOLO,
            "one process orders: its operator can delay or leave out anything, restrictions included",
            GatewaySettings.Ordering.RAFT,
            "Raft orders: the leader's operator can delay a restriction against itself; BFT with several operators"
                    + " prevents that"));
    private static final String EMBEDDED = "embedded node: one process holds every organisation's keys, so nothing here"
            + " proves anything between organisations";

    private final GatewaySettings settings;
    private final LedgerClient ledger;
    private final Index index;
    private final Clock clock;
    private final java.util.function.Supplier<OpenApi> openApi;

    /** The status of a gateway. */
    public StatusController(
            GatewaySettings settings, LedgerClient ledger, Index index, CommandTable commands, Clock clock) {
        this.settings = settings;
        this.ledger = ledger;
        this.index = index;
        this.clock = clock;
        this.openApi = Once.of(() -> new OpenApi(commands, new RecordKinds()));
    }

    @GetMapping("/api/v1/status")
    JsonObject status() {
        GatewaySettings.Market market = settings.market();
        List<String> warnings = new ArrayList<>();
        if (market.network() == GatewaySettings.Network.EMBEDDED) {
            warnings.add(EMBEDDED);
        }
        if (ORDERING.containsKey(market.ordering())) {
            warnings.add(ORDERING.get(market.ordering()));
        }
        return Reads.asOf(index.asOf())
                .with("partyId", settings.organisation().partyId())
                .with("mspId", settings.organisation().mspId())
                .with("channel", market.channel())
                .with("chaincode", market.chaincode())
                .with("network", market.network().name().toLowerCase(Locale.ROOT))
                .with("ordering", market.ordering().name().toLowerCase(Locale.ROOT))
                .with("ledgerHeight", ledger.height())
                .with("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .withTexts("warnings", warnings);
    }

    @GetMapping("/api/v1/health")
    ResponseEntity<JsonObject> health() {
        Optional<String> problem = ledger.problem();
        JsonObject health = JsonObject.empty()
                .with("status", problem.isPresent() ? "DOWN" : "UP")
                .with(
                        "says",
                        problem.map(why -> "blocks do not come in; the log of the gateway says why")
                                .orElse("blocks come in, up to " + ledger.height()));
        return ResponseEntity.status(problem.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(health);
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        return openApi.get().document().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
