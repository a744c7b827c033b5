package io.provenant.gateway.cli;

import io.provenant.canonical.Digest;
import io.provenant.gateway.vault.FileFault;
import io.provenant.proof.trust.TrustFile;
import io.provenant.proof.trust.TrustedOrganisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trust files: what a verifier believes before anybody tells him anything. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Make the trust file that verify needs. No gateway gives one: it is yours.",
        subcommands = TrustCommand.Make.class)
final class TrustCommand {

    /** Makes one from MSP folders. */
    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = {
                "Make a trust file from the MSP folders of the organisations.",
                "Take the folders, the founding transaction and the code digest from the organisations themselves, not from"
                        + " whoever gave you the receipt."
            })
    static final class Make implements Callable<Integer> {

        @Option(names = "--channel", required = true, paramLabel = "NAME", description = "the channel of the market")
        private String channel = "";

        @Option(
                names = "--chaincode",
                defaultValue = "provenant",
                paramLabel = "NAME",
                description = "the chaincode's name (default: ${DEFAULT-VALUE})")
        private String chaincode = "";

        @Option(
                names = "--founded-tx",
                required = true,
                paramLabel = "TX",
                description = "the transaction that founded the market, 64 hex digits")
        private String foundedTx = "";

        @Option(
                names = "--code-sha256",
                required = true,
                paramLabel = "HEX",
                description = "SHA-256 of a chaincode.jar that you accept; more than once for several")
        private List<String> codeSha256 = new ArrayList<>();

        @Option(
                names = "--organisation",
                required = true,
                paramLabel = "MSP=FOLDER",
                description = "an organisation and its MSP folder, with cacerts and, where it has them,"
                        + " intermediatecerts and crls; once each")
        private Map<String, Path> organisations = new TreeMap<>();

        @Option(
                names = "--at-least",
                defaultValue = "2",
                paramLabel = "N",
                description = "how many voices must have signed (default: ${DEFAULT-VALUE})")
        private int atLeast;

        @Option(
                names = "--voice",
                required = true,
                paramLabel = "MSP[,MSP]",
                description = "an organisation whose signature counts, or several whose signatures count once together,"
                        + " such as all exchanges; once for each voice. Whoever is in none counts nothing")
        private List<String> voices = new ArrayList<>();

        @Option(names = "--out", paramLabel = "FILE", description = "where to write it; default: print it")
        private @Nullable Path out;

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            try {
                SortedMap<String, TrustedOrganisation> trusted = new TreeMap<>();
                organisations.forEach((mspId, folder) -> trusted.put(mspId, organisation(mspId, folder)));
                TreeSet<Digest> digests = new TreeSet<>();
                codeSha256.forEach(hex -> digests.add(new Digest(hex)));
                Voices spoken = Voices.of(voices);
                TrustFile file = new TrustFile(
                        channel, new Digest(foundedTx).hex(), chaincode, digests, trusted, spoken.policy(atLeast));
                Cli.err(spec).println(spoken.aloud(atLeast, trusted.keySet()));
                Cli.give(spec, out, file.toJson());
                return ExitCode.DONE;
            } catch (IllegalArgumentException e) {
                throw new CliException(ExitCode.NO_ANSWER, "no trust file was made: " + e.getMessage());
            }
        }

        private static TrustedOrganisation organisation(String mspId, Path folder) {
            if (pems(folder, "cacerts").isEmpty()) {
                throw new CliException(
                        ExitCode.NO_ANSWER,
                        "no trust file was made: " + folder + " is no MSP folder of " + mspId
                                + ": there is no certificate in " + folder.resolve("cacerts"));
            }
            return new TrustedOrganisation(
                    mspId, pems(folder, "cacerts"), pems(folder, "intermediatecerts"), pems(folder, "crls"));
        }

        private static List<String> pems(Path folder, String kind) {
            Path place = folder.resolve(kind);
            if (!Files.isDirectory(place)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(place)) {
                List<String> pems = new ArrayList<>();
                for (Path file : files.sorted().toList()) {
                    pems.add(Files.readString(file));
                }
                return pems;
            } catch (IOException e) {
                throw new CliException(ExitCode.NO_ANSWER, place + " cannot be read: " + FileFault.says(e));
            }
        }
    }
}
