package io.provenant.network.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import io.provenant.gateway.Release;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.Images;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The images that the tests run, and whether they can be had here. */
final class EngineImages {

    static final String CHAINCODE = "provenant/chaincode:" + Release.version();
    static final String GATEWAY = "provenant/gateway:" + Release.version();
    private static final List<String> BASES = List.of("eclipse-temurin:17-jre", "provenant/base-jre:local");
    static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));
    private static final List<String> JARS = List.of(
            "chaincode/contract/target/chaincode.jar",
            "gateway-app/server/target/provenant-server-" + Release.version() + ".jar");

    private EngineImages() {}

    /** Why our two images cannot be built and run here. */
    static Optional<String> whyNot() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no container engine answers here");
        }
        if (BASES.stream().noneMatch(EngineImages::isHere)) {
            return Optional.of("none of " + BASES + " is on the engine; scripts/images base makes the second");
        }
        return JARS.stream()
                .filter(jar -> !Files.exists(ROOT.resolve(jar)))
                .findFirst()
                .map(jar -> jar + " is not packaged");
    }

    /** Why Fabric cannot run in containers here. */
    static Optional<String> whyNoFabric() {
        if (FabricBinaries.find(System.getenv()).isEmpty()) {
            return Optional.of("no Fabric programs in FABRIC_BIN, on the PATH or in ~/.cache/provenant/fabric");
        }
        return fabric().isEmpty()
                ? Optional.of("no image of Fabric is on the engine; scripts/images fabric makes them")
                : Optional.empty();
    }

    /** Fabric's images: the official ones or what stands in for them, else those that were made here. */
    static Optional<Images> fabric() {
        Images official = Images.of(System.getenv());
        Images local = new Images(
                "provenant/fabric-peer:3.1.5-local", "provenant/fabric-orderer:3.1.5-local", official.chaincode());
        return Stream.of(official, local)
                .filter(images -> isHere(images.peer()) && isHere(images.orderer()))
                .findFirst();
    }

    /** Builds our two images from the jars that were packaged, as an operator does; gives what the script said. */
    static String build() {
        try {
            Process script = new ProcessBuilder(ROOT.resolve("scripts/images").toString(), "build", "--packaged")
                    .redirectErrorStream(true)
                    .start();
            script.getOutputStream().close();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (script.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run scripts/images", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while images are built", e);
        }
    }

    /** The SHA-256 that the chaincode image says its jar has. */
    static String codeDigest() {
        ContainerConfig config = Objects.requireNonNull(
                client().inspectImageCmd(CHAINCODE).exec().getConfig(), "an image has a configuration");
        Map<String, String> labels = Objects.requireNonNull(config.getLabels(), "ours has labels");
        return Objects.requireNonNull(labels.get("io.provenant.code-sha256"), "and says what code it holds");
    }

    private static boolean isHere(String image) {
        try {
            client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static DockerClient client() {
        return DockerClientFactory.lazyClient();
    }
}
