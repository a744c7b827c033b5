package io.provenant.gateway.ledger.fabric;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.LedgerCommand;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Proposal;

/** Proposals of the chaincode's one form: two arguments, the command and its envelope (domain 3a.1). */
final class Proposals {

    private final FabricSettings settings;

    Proposals(FabricSettings settings) {
        this.settings = settings;
    }

    /** A command; a private document travels to this organisation's peer only, a member of its collection. */
    Proposal of(Gateway gateway, LedgerCommand command) {
        Proposal.Builder builder = builder(gateway, command);
        command.document()
                .ifPresent(document -> builder.putTransient("document", document.getBytes(StandardCharsets.UTF_8))
                        .setEndorsingOrganizations(settings.mspId()));
        return builder.build();
    }

    /** A question to these organisations; none named: to whom the chaincode's policy asks for. */
    Proposal of(Gateway gateway, LedgerCommand command, String... organisations) {
        Proposal.Builder builder = builder(gateway, command);
        if (organisations.length > 0) {
            builder.setEndorsingOrganizations(organisations);
        }
        return builder.build();
    }

    private Proposal.Builder builder(Gateway gateway, LedgerCommand command) {
        return gateway.getNetwork(settings.channel())
                .getContract(settings.chaincode())
                .newProposal(command.name())
                .addArguments(envelope(command).canonical());
    }

    private static JsonObject envelope(LedgerCommand command) {
        JsonObject envelope =
                JsonObject.empty().with("v", 1).with("command", command.name()).with("body", command.body());
        return command.actor().map(actor -> envelope.with("actor", actor)).orElse(envelope);
    }
}
