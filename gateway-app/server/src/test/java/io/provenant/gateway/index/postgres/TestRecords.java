package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.ledger.RecordSchema;

/** Stored values with the common fields as chaincode stamps them. */
final class TestRecords {

    static final String VERSION = "11111111-1111-4111-8111-111111111111";
    static final String CHILD = "22222222-2222-4222-8222-222222222222";
    static final String CONSENT = "33333333-3333-4333-8333-333333333333";
    static final String REQUEST = "44444444-4444-4444-8444-444444444444";
    static final String ENTRY = "55555555-5555-4555-8555-555555555555";

    private TestRecords() {}

    /** A record at a key, written by this transaction. */
    static JsonObject record(String docType, String key, long rev, String transaction, String byParty) {
        return JsonObject.empty()
                .with("docType", docType)
                .with("schemaVersion", RecordSchema.FIRST_VERSION)
                .with("id", key.substring(4))
                .with("rev", rev)
                .with("createdMs", 1_767_225_600_000L)
                .with("effectiveMs", 1_767_225_600_000L)
                .with("createdTx", TestTransaction.txId(transaction))
                .with("updatedTx", TestTransaction.txId(transaction))
                .with("byMsp", "ExchangeMSP")
                .with("byParty", byParty)
                .with("byRole", "provider.officer");
    }

    static TestTransaction party(String id, String state, long rev, String transaction) {
        return TestTransaction.of("party:verify", transaction)
                .write(
                        "PTY!" + id,
                        record("Party", "PTY!" + id, rev, transaction, "pty-exchange")
                                .with("state", state)
                                .with("kind", "HOSTED"));
    }

    static TestTransaction version(String id, String transaction, String parentId) {
        JsonObject value = record("AssetVersion", "AVR!" + id, 1, transaction, "pty-medical")
                .with("state", "SEALED")
                .with("ownerId", "pty-medical")
                .withObjects("consents", java.util.List.of(JsonObject.empty().with("consentId", CONSENT)))
                .withObjects(
                        "parents",
                        parentId.isEmpty()
                                ? java.util.List.of()
                                : java.util.List.of(JsonObject.empty().with("versionId", parentId)));
        return TestTransaction.of("version:seal", transaction).write("AVR!" + id, value);
    }

    static TestTransaction request(String versionId, String transaction) {
        return TestTransaction.of("usage:request", transaction)
                .write(
                        "REQ!" + REQUEST,
                        record("UsageRequest", "REQ!" + REQUEST, 1, transaction, "pty-vendor")
                                .with("consumerId", "pty-vendor")
                                .withTexts("assetVersionIds", java.util.List.of(versionId)));
    }

    static TestTransaction decision(String transaction) {
        return TestTransaction.of("usage:decide", transaction)
                .write(
                        "DEC!" + REQUEST,
                        record("UsageDecision", "DEC!" + REQUEST, 1, transaction, "pty-vendor")
                                .with("outcome", "DENY")
                                .withObjects(
                                        "reads",
                                        java.util.List.of(JsonObject.empty()
                                                .with("key", "PTL!pty-insurer!A")
                                                .with("rev", 1))));
    }

    static TestTransaction entry(String partyId, String transaction) {
        return TestTransaction.of("list:propose", transaction)
                .write(
                        "LEN!" + ENTRY,
                        record("ListEntry", "LEN!" + ENTRY, 1, transaction, "pty-assoc")
                                .with("partyId", partyId)
                                .with("issuerId", "pty-assoc")
                                .with("state", "PROPOSED"));
    }
}
