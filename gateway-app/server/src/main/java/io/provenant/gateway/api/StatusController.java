package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.ledger.LedgerClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know about this gateway, without a token: what it is, how far it has come, and what it proves. */
@RestController
public final class StatusController {

    private final GatewayIdentity identity;
    private final LedgerClient ledger;
    private final Index index;
    private final Clock clock;
    private final java.util.function.Supplier<OpenApi> openApi;

    /** The status of a gateway. */
    public StatusController(
            GatewayIdentity identity, LedgerClient ledger, Index index, CommandTable commands, Clock clock) {
        this.identity = identity;
        this.ledger = ledger;
        this.index = index;
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
