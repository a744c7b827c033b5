package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.document.OwnCollection;
import io.provenant.network.testing.Actor;
import io.provenant.testing.CareMarket;
import io.provenant.testing.TestDigests;
import java.nio.charset.StandardCharsets;

/** Papers that one organisation keeps for itself, and the row by which a command cites one. */
final class Papers {

    /** Where a paper goes, and what is in it. */
    record Paper(JsonObject place, String value) {}

    private final LiveMarket market;
    private final Founders founders;

    Papers(LiveMarket market, Founders founders) {
        this.market = market;
        this.founders = founders;
    }

    /** A paper of a name of its own in the own collection of an organisation. */
    static Paper paper(String mspId, String name) {
        return paperIn(OwnCollection.of(mspId), name);
    }

    /** A paper of a name of its own in a collection. */
    static Paper paperIn(String collection, String name) {
        String digest =
                new TestDigests().digest(name.getBytes(StandardCharsets.UTF_8)).hex();
        JsonObject place = JsonObject.empty().with("collection", collection).with("docKey", digest.substring(0, 32));
        JsonObject document = JsonObject.empty().with("docType", "Paper").with("id", CareMarket.uuid(1));
        String value = JsonObject.empty()
                .with("document", document)
                .with("salt", digest)
                .canonical();
        return new Paper(place, value);
    }

    /** Deposits a paper; gives the row that cites it. */
    JsonObject deposit(String party, Actor depositor, String kindCode) {
        Paper paper = paper(founders.mspId(party), kindCode);
        market.accept(Call.of(depositor, "document:deposit", paper.place()).withDocument(paper.value()));
        return paper.place().with("depositorId", party).with("kindCode", kindCode);
    }
}
