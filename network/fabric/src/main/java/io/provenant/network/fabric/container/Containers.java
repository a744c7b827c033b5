package io.provenant.network.fabric.container;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.Images;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.node.Launch;
import io.provenant.network.fabric.node.Launcher;
import io.provenant.network.fabric.node.NodeProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The nodes of one network in containers on a network of their own. Each is run in the foreground under the same guard as
 * a process: its output is the log, a signal to it reaches the node, and it ends with the launcher.
 */
public final class Containers implements Launcher {

    private static final String CODE_LABEL = "io.provenant.code-sha256";
    private static final Pattern FABRIC = Pattern.compile("Version: v?3\\.1\\.\\S+");

    // A container of this name that a crash left behind goes first; the engine would refuse the second.
    private static final String RUN =
            "docker rm --force --volumes \"$1\" >/dev/null 2>&1; shift; exec docker run \"$@\"";

    private final Images images;
    private final String network;
    private final Path folder;

    public Containers(FabricSettings settings, Images images) {
        this.images = images;
        this.folder = settings.folder();
        this.network = "provenant-" + digest(folder.toString()).substring(0, 12);
    }

    /** The engine's network, to which gateways connect that run in containers, too. */
    public String network() {
        return network;
    }

    /** Refuses where the engine or an image is missing or another than asked for; else makes the network. */
    public void prepare(FabricSettings settings) {
        Docker.require();
        requireFabric(images.peer(), "peer", "FABRIC_PEER_IMAGE");
        requireFabric(images.orderer(), "orderer", "FABRIC_ORDERER_IMAGE");
        settings.chaincodes().forEach(chaincode -> image(CodeLabel.parse(chaincode.label())));
        Docker.removeContainers(network);
        Docker.requireNetwork(network);
    }

    /** Writes {@code compose.yaml} into the folder, by which these nodes run without the launcher. */
    public Path writeCompose(List<Launch> nodes) {
        try {
            String text = ComposeFile.of(nodes.stream().map(this::spec).toList());
            return Files.writeString(folder.resolve("compose.yaml"), text);
        } catch (IOException e) {
            throw new FabricException("cannot write compose.yaml to " + folder, e);
        }
    }

    /** Ends whatever still runs; data stays in the folder. */
    public void remove() {
        Docker.remove(network);
    }

    @Override
    public NodeProcess start(String name, Launch launch, Path log) {
        ContainerSpec spec = spec(launch);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", RUN, "docker", network + "." + spec.host()));
        command.add("--rm");
        command.addAll(spec.arguments(network));
        return NodeProcess.start(name, command, Docker.environment(), log);
    }

    /** The container of a node, whose folders are given to the user that it runs as. */
    private ContainerSpec spec(Launch launch) {
        String image = switch (launch.kind()) {
            case ORDERER -> images.orderer();
            case PEER -> images.peer();
            case SERVICE -> image(labelOf(launch));
        };
        FolderOwner owner = FolderOwner.of(folder);
        Stream.concat(launch.reads().stream(), launch.writes().stream()).forEach(owner::give);
        return ContainerSpec.of(launch, image, owner.user());
    }

    private static CodeLabel labelOf(Launch launch) {
        String packageId = Objects.requireNonNull(launch.environment().get("CORE_CHAINCODE_ID_NAME"), "a service's");
        return CodeLabel.parse(packageId.substring(0, packageId.indexOf(':')));
    }

    private static void requireFabric(String image, String program, String variable) {
        if (!Docker.hasImage(image)) {
            throw new FabricException("the image " + image + " is not on the engine\nnext: docker pull " + image
                    + "\n      or, where no registry can be reached: scripts/images fabric, and name what it makes in "
                    + variable);
        }
        String version = Docker.attempt("run", "--rm", "--network", "none", image, program, "version")
                .output();
        if (!FABRIC.matcher(version).find()) {
            throw new FabricException("the image " + image + " holds no " + program + " of Fabric 3.1: "
                    + version.lines().limit(3).toList() + "\nnext: name one in " + variable);
        }
    }

    /** The image of a chaincode's version, which must hold the very jar that the package was made of. */
    private String image(CodeLabel code) {
        String image = images.chaincode() + ":" + code.version();
        if (!Docker.hasImage(image)) {
            throw new FabricException("the image " + image + " is not on the engine"
                    + "\nnext: scripts/images build, or name another repository in PROVENANT_CHAINCODE_IMAGE");
        }
        String held = Docker.label(image, CODE_LABEL).orElse("no jar that it names");
        String wanted = code.digest().orElse("no jar");
        if (!held.equals(wanted)) {
            throw new FabricException("the image " + image + " holds another chaincode than the package: it holds "
                    + held + ", the package is of " + wanted
                    + "\nnext: build it of that jar, scripts/images build, or take the jar of the image");
        }
        return image;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
