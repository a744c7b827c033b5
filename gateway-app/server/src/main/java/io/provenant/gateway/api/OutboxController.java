package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.OpenTransactions;
import io.provenant.gateway.security.Access;
import io.provenant.gateway.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this gateway sent and knows no outcome of, for those who look after the gateway. */
@RestController
public final class OutboxController {

    private final OpenTransactions transactions;

    /** The routes of these transactions. */
    public OutboxController(OpenTransactions transactions) {
        this.transactions = transactions;
    }

    @GetMapping("/api/v1/outbox")
    JsonObject all(Caller caller) {
        Access.ADMINISTER.require(caller.person());
        return JsonObject.empty()
                .withObjects(
                        "items",
                        transactions.all().stream().map(OutboxController::row).toList());
    }

    @PostMapping("/api/v1/outbox/{txId}/releases")
    JsonObject release(@PathVariable String txId, Caller caller) {
        Access.ADMINISTER.require(caller.person());
        if (!transactions.release(txId)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND,
                    "NOT_FOUND",
                    "no transaction of this id is being sent again; /api/v1/transactions says whether it has ended");
        }
        return JsonObject.empty().with("txId", txId).with("state", "INDETERMINATE");
    }

    private static JsonObject row(OpenTransactions.OpenTransaction open) {
        return JsonObject.empty()
                .with("txId", open.txId())
                .with("command", open.command())
                .with("role", open.role().code())
                .with("afterBlock", open.afterBlock())
                .with("refusals", open.refusals())
                .with("says", open.says());
    }
}
