package io.provenant.gateway.index.postgres;

import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandTable;
import io.provenant.command.Who;
import io.provenant.gateway.index.Written;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import java.util.List;
import java.util.Optional;

/**
 * Who sent a transaction, as far as the chaincode has vouched for it: what it stamped on a record; else, for a command
 * that only parties may send, the party that signed or that the certificate names. Of an invalid transaction nobody has
 * vouched for more than the organisation.
 */
final class Authors {

    private final CommandTable commands;

    Authors(CommandTable commands) {
        this.commands = commands;
    }

    /** The transaction and its sender; {@code written} are the values it stored. */
    Written of(long blockNumber, LedgerTransaction transaction, List<JsonObject> written) {
        Optional<JsonObject> stamped = written.stream()
                .filter(value -> value.has("byMsp"))
                .filter(value -> value.optionalText("updatedTx")
                        .filter(transaction.txId()::equals)
                        .isPresent())
                .findFirst();
        Optional<String> party = Optional.empty();
        Optional<String> role = Optional.empty();
        if (stamped.isPresent()) {
            party = stamped.get().optionalText("byParty");
            role = stamped.get().optionalText("byRole");
        } else if (transaction.isValid() && isForParties(transaction.command())) {
            Optional<String> signer = transaction.actor().flatMap(actor -> actor.optionalText("partyId"));
            party = signer.or(() -> transaction.creator().partyId());
            role = signer.isPresent() ? role : transaction.creator().role();
        }
        return new Written(
                blockNumber,
                transaction.number(),
                transaction.txId(),
                transaction.ms(),
                transaction.creator().mspId(),
                party,
                role,
                transaction.command());
    }

    private boolean isForParties(String command) {
        return commands.find(command)
                .filter(useCase -> !(useCase.spec().who() instanceof Who.AnyCertificate))
                .isPresent();
    }
}
