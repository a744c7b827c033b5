package io.provenant.founding;

import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Sender;
import java.util.List;

/** Who founds the market, under which first rules. */
public record Founding(JsonObject body) implements Command {

    /** True if the body names the sender's party with the sender's MSP: a key in the body proves nothing. */
    public static boolean names(JsonObject body, Sender sender) {
        return new Founding(body)
                .founders().stream()
                        .anyMatch(founder ->
                                sender.is(founder.partyId()) && founder.mspIds().contains(sender.mspId()));
    }

    List<Founder> founders() {
        return body.objects("founders").stream().map(Founder::new).toList();
    }

    JsonObject ruleSet() {
        return body.object("ruleSet");
    }

    List<String> regimes() {
        return body.texts("regimes");
    }

    /** A founder as the body has it. */
    record Founder(JsonObject json) {

        PartyId partyId() {
            return new PartyId(json.text("partyId"));
        }

        List<String> mspIds() {
            return json.texts("mspIds");
        }

        List<PartyRole> roles() {
            return json.texts("roles").stream().map(PartyRole::valueOf).toList();
        }
    }
}
