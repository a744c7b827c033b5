package io.provenant.gateway.cli;

import io.provenant.gateway.ledger.CollectionDefinitions;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the private collections that the chaincode's definition needs. */
@Command(
        name = "collections",
        mixinStandardHelpOptions = true,
        description = {
            "Print the private collections that the chaincode's definition needs, in the form of Fabric's",
            "--collections-config: one for each organisation alone, and those that authorities share. All organisations",
            "approve the same. Needs no gateway."
        })
final class CollectionsCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "ROLE=MSP",
            description = "exchange=MSP regulator=MSP association=MSP, and member=MSP for each further organisation")
    private List<String> organisations = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Cli.out(spec).println(CollectionDefinitions.of(organisations).strip());
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new CliException(ExitCode.NO_ANSWER, String.valueOf(e.getMessage()));
        }
    }
}
