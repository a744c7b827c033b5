package io.provenant.network.fault;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import io.provenant.proof.crypto.BouncyCastleDigests;
import java.util.List;
import java.util.UUID;

/** A command that nobody else sends: a section of rules with a value of its own, told by its hash. */
record NewSection(LedgerCommand command, String hash) {

    static NewSection next() {
        JsonObject section = JsonObject.empty()
                .with("name", "codeLists")
                .withObjects(
                        "value",
                        List.of(JsonObject.empty()
                                .with("list", "sectors")
                                .with("code", "s" + UUID.randomUUID().toString().replace("-", ""))));
        String hash = new BouncyCastleDigests().digest(section.canonicalBytes()).hex();
        return new NewSection(LedgerCommand.of("rules:addSection", section.with("sectionHash", hash)), hash);
    }
}
