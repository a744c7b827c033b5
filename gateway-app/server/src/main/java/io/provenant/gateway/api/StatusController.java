package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.gateway.ledger.LedgerClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know about this gateway, without a token: what it is, how far it has come, and what it proves. */
@RestController
public final class StatusController {

    private final GatewayIdentity identity;
    private final LedgerClient ledger;
    private final IndexProbe index;
    private final Health health;
    private final Clock clock;
    private final java.util.function.Supplier<OpenApi> openApi;

    /** The status of a gateway. */
    public StatusController(
            GatewayIdentity identity,
            LedgerClient ledger,
            IndexProbe index,
            CommandTable commands,
            Health health,
            Clock clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.index = index;
        this.health = health;
        this.clock = clock;
        this.openApi = Once.of(() -> new OpenApi(commands, new RecordKinds()));
    }

    @GetMapping("/api/v1/status")
    JsonObject status() {
        return Reads.asOf(index.asOf())
                .with("partyId", identity.partyId())
                .with("mspId", identity.mspId())
                .with("channel", identity.channel())
                .with("chaincode", identity.chaincode())
                .with("network", identity.network())
                .with("ordering", identity.ordering())
                .with("ledgerHeight", ledger.height())
                .with("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .withTexts("warnings", identity.warnings());
    }

    @GetMapping("/api/v1/health")
    ResponseEntity<JsonObject> health() {
        return health.answer();
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        return openApi.get().document().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
