package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a chaincode's definition to what the settings say, as each organisation's operator would. */
public final class Lifecycle {

    private static final Pattern COMMITTED =
            Pattern.compile("\"sequence\":\\s*(\\d+),\\s*\"version\":\\s*\"([^\"]*)\"");

    private final NetworkPlan plan;
    private final FabricSettings settings;
    private final ChaincodeSettings chaincode;
    private final ChaincodePackage code;
    private final Optional<Path> collections;

    private Lifecycle(NetworkPlan plan, ChaincodeSettings chaincode) {
        this.plan = plan;
        this.settings = plan.settings();
        this.chaincode = chaincode;
        this.code = ChaincodePackage.of(chaincode);
        this.collections = chaincode.collections().map(this::writeCollections);
    }

    /** Installs, approves and commits whatever the channel does not have yet. */
    public static void apply(NetworkPlan plan, ChaincodeSettings chaincode) {
        Lifecycle lifecycle = new Lifecycle(plan, chaincode);
        lifecycle.inParallel(lifecycle::install);
        long committed = lifecycle.committedSequence();
        if (committed >= 0) {
            lifecycle.inParallel(commands -> lifecycle.approve(commands, committed + 1));
            lifecycle.commit(committed + 1);
        }
    }

    private void inParallel(Consumer<PeerCommands> step) {
        plan.peers().parallelStream()
                .map(peer -> new PeerCommands(settings.binaries(), peer))
                .forEach(step);
    }

    private void install(PeerCommands commands) {
        if (!commands.run(List.of("lifecycle", "chaincode", "queryinstalled")).contains(code.id())) {
            Path file = code.write(commands.peer().home().resolve("chaincode/packages"));
            commands.run(List.of("lifecycle", "chaincode", "install", file.toString()));
        }
    }

    /** The sequence on the channel, 0 where there is none, or -1 where the channel has this version already. */
    private long committedSequence() {
        Command.Result result = new PeerCommands(
                        settings.binaries(), plan.peers().get(0))
                .attempt(List.of(
                        "lifecycle",
                        "chaincode",
                        "querycommitted",
                        "--channelID",
                        settings.channel(),
                        "--name",
                        chaincode.name(),
                        "--output",
                        "json"));
        if (result.status() != 0) {
            if (result.output().contains("is not defined")) {
                return 0;
            }
            throw new FabricException("cannot ask for the definition of " + chaincode.name() + ": " + result.output());
        }
        Matcher definition = COMMITTED.matcher(result.output());
        if (!definition.find()) {
            throw new FabricException("cannot read the definition of " + chaincode.name() + ": " + result.output());
        }
        return definition.group(2).equals(chaincode.version()) ? -1 : Long.parseLong(definition.group(1));
    }

    private void approve(PeerCommands commands, long sequence) {
        List<String> arguments = definition("approveformyorg", sequence);
        arguments.addAll(List.of("--package-id", code.id()));
        runWhenOrdererLeads(commands, arguments);
    }

    private void commit(long sequence) {
        List<String> arguments = definition("commit", sequence);
        for (PeerPlace peer : plan.peers()) {
            arguments.addAll(List.of("--peerAddresses", peer.address()));
            arguments.addAll(
                    List.of("--tlsRootCertFiles", peer.tls().resolve("ca.crt").toString()));
        }
        runWhenOrdererLeads(new PeerCommands(settings.binaries(), plan.peers().get(0)), arguments);
    }

    /** Right after a start the orderers have no leader yet, and say so. */
    private void runWhenOrdererLeads(PeerCommands commands, List<String> arguments) {
        Waiting.until("a leader among the orderers", () -> {
            Command.Result result = commands.attempt(arguments);
            if (result.status() != 0 && !result.output().contains("SERVICE_UNAVAILABLE")) {
                throw new FabricException(String.join(" ", arguments) + "\nfailed:\n" + result.output());
            }
            return result.status() == 0;
        });
    }

    private List<String> definition(String step, long sequence) {
        OrdererPlace orderer = plan.orderers().get(0);
        List<String> arguments = new ArrayList<>(List.of("lifecycle", "chaincode", step));
        arguments.addAll(List.of("--orderer", orderer.address(), "--tls"));
        arguments.addAll(List.of("--cafile", orderer.tls().resolve("ca.crt").toString()));
        arguments.addAll(List.of("--channelID", settings.channel(), "--name", chaincode.name()));
        arguments.addAll(List.of("--version", chaincode.version(), "--sequence", String.valueOf(sequence)));
        arguments.addAll(List.of("--signature-policy", chaincode.endorsementPolicy()));
        collections.ifPresent(file -> arguments.addAll(List.of("--collections-config", file.toString())));
        return arguments;
    }

    private Path writeCollections(String json) {
        Path file = settings.folder().resolve("channel").resolve(chaincode.label() + ".collections.json");
        try {
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new FabricException("cannot write the collections of " + chaincode.name(), e);
        }
    }
}
