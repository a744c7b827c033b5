package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.ledger.Refusals;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions that peers answer and nobody orders: attestation files (domain 3a.12), what several organisations' peers sign about keys of the ledger. */
@RestController
public final class AttestationController {

    private static final Shape REQUEST = Shape.of(
            Field.of("keys", FieldTypes.set(FieldTypes.text("[A-Z]{3}![A-Za-z0-9._:/!-]{1,400}", "key"), 1, 64)));

    private final LedgerClient ledger;

    /** Attests through this client. */
    public AttestationController(LedgerClient ledger) {
        this.ledger = ledger;
    }

    /** Which code, commands and records the ledger runs, as this organisation's own peer says. */
    @GetMapping("/api/v1/ledger")
    JsonObject describe() {
        try {
            return ledger.evaluate("ledger:describe", JsonObject.empty());
        } catch (LedgerRefusedException e) {
            throw ApiProblem.refused(e.codes(), String.valueOf(e.getMessage()));
        } catch (LedgerUnavailableException e) {
            throw Submissions.unavailable(String.valueOf(e.getMessage()));
        }
    }

    @PostMapping(path = "/api/v1/attestations", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonObject attest(InputStream body) {
        JsonObject request = StrictJsonReader.parseObject(Bodies.read(body, Bodies.MAX_BYTES));
        Refusals refusals = new Refusals();
        REQUEST.check(request, "", refusals);
        if (!refusals.isEmpty()) {
            throw ApiProblem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    refusals.reasons(),
                    refusals.rejected().message());
        }
        try {
            return ledger.attest(request.texts("keys"));
        } catch (LedgerRefusedException e) {
            throw ApiProblem.refused(e.codes(), String.valueOf(e.getMessage()));
        } catch (LedgerUnavailableException e) {
            throw Submissions.unavailable(String.valueOf(e.getMessage()));
        }
    }
}
