package io.provenant.network.fabric;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.grpc.ManagedChannel;
import io.provenant.network.identity.Credential;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** A real network with {@link NoteChaincode} on it, and whoever writes notes; nothing where no Fabric is asked for. */
final class NoteNetwork {

    static final List<String> MEMBERS = List.of("ExchangeMSP", "RegulatorMSP", "AssociationMSP");

    private NoteNetwork() {}

    /** Skips a test class with one line that says why, unless it was asked for and Fabric's programs are there. */
    static void assumeFabric(Class<?> suite) {
        boolean isAsked = System.getProperty("ledger", "embedded").equals("fabric");
        boolean isThere = isAsked && FabricBinaries.find(System.getenv()).isPresent();
        if (!isThere) {
            System.out.println("skipped " + suite.getSimpleName() + ": "
                    + (isAsked ? "no Fabric programs here" : "it needs real Fabric, run with -Dledger=fabric"));
        }
        assumeThat(isThere).isTrue();
    }

    /** Skips a test that starts nothing and yet needs Fabric's programs to be there. */
    static void assumePrograms() {
        boolean isThere = FabricBinaries.find(System.getenv()).isPresent();
        if (!isThere) {
            System.out.println("skipped a test: no Fabric programs here");
        }
        assumeThat(isThere).isTrue();
    }

    static FabricSettings settings(Path folder, String version) {
        return FabricSettings.market(folder, FabricBinaries.require(System.getenv()), notes(version));
    }

    /** The command that serves the notes. */
    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NoteChaincode.class.getName());
    }

    private static List<ChaincodeSettings> notes(String version) {
        return List.of(new ChaincodeSettings(
                "notes",
                version,
                "notes_" + version,
                command(),
                Quorum.of(MemberSettings.market()).ofPeers(),
                Optional.empty()));
    }

    static String submit(FabricNetwork network, String mspId, String function, String... arguments)
            throws GatewayException, CommitException {
        return submit(network, mspId, List.of(), function, arguments);
    }

    /** The same, endorsed by these organisations and no other; where none is named, by whomever the gateway asks. */
    static String submit(
            FabricNetwork network, String mspId, List<String> endorsers, String function, String... arguments)
            throws GatewayException, CommitException {
        Credential client = network.organisation(mspId).client("writer", new TreeMap<>());
        ManagedChannel channel = network.connect(mspId);
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(mspId, client.certificate()))
                .signer(Signers.newPrivateKeySigner(client.privateKey()))
                .connection(channel)
                .connect()) {
            Contract contract = gateway.getNetwork(network.settings().channel()).getContract("notes");
            Proposal.Builder proposal = contract.newProposal(function).addArguments(arguments);
            if (!endorsers.isEmpty()) {
                proposal.setEndorsingOrganizations(endorsers.toArray(String[]::new));
            }
            return new String(proposal.build().endorse().submit(), StandardCharsets.UTF_8);
        } finally {
            channel.shutdownNow();
        }
    }
}
