package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.util.List;

/** What parties of the story say of themselves. */
final class PartyFields {

    private PartyFields() {}

    /** A firm in China that takes part in these roles; its name stays off the ledger. */
    static JsonObject of(Stage stage, String sizeClass, String... roles) {
        return JsonObject.empty()
                .with("legalNameCommit", stage.commitment("LegalName", "as in the trade register"))
                .withTexts("roles", List.of(roles))
                .with("countryRegion", "CN")
                .with("sizeClass", sizeClass)
                .with("piSubjectsBand", "LT_100K")
                .with("criticalInfrastructure", false)
                .with("foreignListing", false);
    }
}
