package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.document.OwnCollection;

/** Papers that stay private: deposited in the own collection of one organisation, then cited by their hash. */
final class Papers {

    private final Stage stage;

    Papers(Stage stage) {
        this.stage = stage;
    }

    /**
     * Deposits a paper with an organisation; the row with which a command cites it.
     *
     * @param mspId whose own collection
     * @param depositorId who deposits: the organisation's party
     */
    JsonObject deposit(String login, String mspId, String depositorId, String kindCode) {
        String collection = OwnCollection.of(mspId);
        JsonObject document = JsonObject.empty()
                .with("docType", "Paper")
                .with("id", Stage.uuid())
                .with("kindCode", kindCode)
                .with("pages", 3);
        JsonObject request = JsonObject.empty().with("collection", collection).with("document", document);
        Answer answer = stage.gatewayOf(login)
                .postJson(login, "/documents", request.canonical())
                .accepted("the deposit of a paper by " + login);
        return JsonObject.empty()
                .with("collection", collection)
                .with("depositorId", depositorId)
                .with("docKey", answer.json().text("docKey"))
                .with("kindCode", kindCode);
    }
}
