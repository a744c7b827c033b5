package io.provenant.network.market;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.ledger.Role;
import io.provenant.network.standalone.story.HostedParty;
import io.provenant.network.testing.Actor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** How a hosted party gets in: it applies, the exchange looks at a paper, the association approves. */
final class Admission {

    private final LiveMarket market;
    private final Founders founders;
    private final String foundedTx;
    private final Path keys;
    private final JsonObject paper;

    Admission(LiveMarket market, Founders founders, String foundedTx, Path keys) {
        this.market = market;
        this.founders = founders;
        this.foundedTx = foundedTx;
        this.keys = keys;
        this.paper = new Papers(market, founders).deposit(Founders.EXCHANGE, officer(), "QUALIFICATION");
    }

    /** Admits a party; gives what it signs with. */
    PartySigner admit(String partyId, int number, List<String> roles, List<String> keyRoles) {
        HostedParty party = party(keys, partyId, number, roles, keyRoles);
        PartySigner signer = party.signer(market.ledger().channel(), foundedTx);
        market.accept(application(founders, party, signer));
        JsonObject verification = JsonObject.empty()
                .with("partyId", partyId)
                .with("rev", 1)
                .withTexts("roles", roles)
                .with("recipientClassCode", "ENTERPRISE")
                .withObjects("documents", List.of(paper));
        market.accept(Call.of(officer(), "party:verify", verification));
        JsonObject activation = JsonObject.empty()
                .with("partyId", partyId)
                .with("rev", 2)
                .withTexts("approverIds", List.of(Founders.ASSOCIATION));
        Call activate = Call.of(officer(), "party:activate", activation);
        market.accept(LiveMarket.approval(
                founders.actor(Founders.ASSOCIATION, Role.ASSOCIATION_OFFICER, "approver00"), activate));
        market.accept(activate);
        return signer;
    }

    /** A party that could apply, with a key in the folder. */
    static HostedParty party(Path keys, String partyId, int number, List<String> roles, List<String> keyRoles) {
        JsonObject fields = fields(String.format(Locale.ROOT, "91440300C%09d", number), roles)
                .with("hostId", Founders.EXCHANGE);
        return HostedParty.create(keys, partyId, keyRoles, fields, Clock.systemUTC());
    }

    /** Its application, which the exchange carries. */
    static Call application(Founders founders, HostedParty party, PartySigner signer) {
        return Call.of(founders.carrier(), "party:apply", party.application()).signedBy(signer);
    }

    private Actor officer() {
        return founders.actor(Founders.EXCHANGE, Role.EXCHANGE_OFFICER, "officer000");
    }

    /** What a party says of itself. */
    static JsonObject fields(String uscc, List<String> roles) {
        return JsonObject.empty()
                .with("legalNameCommit", "8".repeat(64))
                .with("uscc", uscc)
                .withTexts("roles", roles)
                .with("countryRegion", "CN")
                .with("sizeClass", "L")
                .with("piSubjectsBand", "LT_100K")
                .with("criticalInfrastructure", false)
                .with("foreignListing", false)
                .with("recipientClassCode", "ENTERPRISE");
    }
}
