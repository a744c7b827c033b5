package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Health;
import io.provenant.network.fabric.node.NodeEnvironment;
import io.provenant.network.fabric.node.NodeProcess;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A chaincode that is one jar, and the small JVM that serves it.
 *
 * @param isArchiveUsed whether it starts with the classes that an earlier start kept, where there are any
 */
public record ServiceJar(Path jar, boolean isArchiveUsed) {

    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx96m");

    /** A jar that starts with the classes of an earlier start where it can. */
    public ServiceJar(Path jar) {
        this(jar, true);
    }

    /** The command that serves it. */
    public List<String> command() {
        return command(isArchiveUsed ? archive().use() : List.of());
    }

    private List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /**
     * Has a JVM keep the classes that a start loads, unless that was done: a service is started that no peer knows, and
     * stopped as soon as it listens.
     */
    void keepClasses(PeerPlace peer, String packageId, Path log) {
        if (!isArchiveUsed || archive().exists()) {
            return;
        }
        int port = freePort();
        NodeProcess service = NodeProcess.start(
                "classes of " + jar.getFileName(),
                command(archive().make()),
                NodeEnvironment.service(peer, packageId, "127.0.0.1:" + port),
                log);
        try (service) {
            Waiting.until("the service that keeps its classes", () -> !service.isRunning() || Health.isServed(port));
        }
    }

    private ClassArchive archive() {
        return new ClassArchive(jar);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new FabricException("there is no free port on loopback", e);
        }
    }
}
