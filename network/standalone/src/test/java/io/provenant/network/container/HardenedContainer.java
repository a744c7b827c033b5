package io.provenant.network.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A container as the documentation tells operators to run it: nothing but volumes and {@code /tmp} can be written. */
final class HardenedContainer extends GenericContainer<HardenedContainer> {

    /** The name of the machine that the tests run on, as containers see it. */
    static final String HOST = "host-gateway";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STOP_PATIENCE_S = 30;

    private final int port;

    HardenedContainer(String image, int port) {
        super(DockerImageName.parse(image));
        this.port = port;
        withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,size=64m"));
        withExposedPorts(port);
        withCreateContainerCmdModifier(this::harden);
        waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE));
    }

    /** With a volume of its own at this path, owned as the image says. */
    HardenedContainer withVolume(String path) {
        return withCreateContainerCmdModifier(command -> command.withVolumes(new Volume(path)));
    }

    /** With a folder of this machine at this path, for reading. */
    HardenedContainer withFolder(Path folder, String path) {
        // withFileSystemBind first pulls an image to see whether mounting works
        Bind bind = new Bind(folder.toAbsolutePath().toString(), new Volume(path), AccessMode.ro);
        return withCreateContainerCmdModifier(command -> host(command).withBinds(bind));
    }

    /** Waits for its end instead of its health. */
    HardenedContainer untilItEnds() {
        withStartupCheckStrategy(new End());
        return waitingFor(new NoFurtherWait());
    }

    private static HostConfig host(CreateContainerCmd command) {
        return Objects.requireNonNull(command.getHostConfig(), "a container has a host");
    }

    private void harden(CreateContainerCmd command) {
        host(command)
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withPortBindings(PortBinding.parse("127.0.0.1::" + port));
        command.withHealthcheck(
                new HealthCheck() // the image's own, asked more often
                        .withInterval(Duration.ofSeconds(4).toNanos())
                        .withTimeout(Duration.ofSeconds(20).toNanos()));
    }

    /** Where it is reached from the machine that the tests run on. */
    int localPort() {
        Ports.Binding[] bindings = Objects.requireNonNull(
                inspect().getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port)), "it runs");
        return Integer.parseInt(bindings[0].getHostPortSpec()); // another one after each start
    }

    /** Sends SIGTERM and gives the exit status; whoever does not end in time is killed, and that is 137. */
    long terminate() {
        getDockerClient()
                .stopContainerCmd(getContainerId())
                .withTimeout(STOP_PATIENCE_S)
                .exec();
        return exitStatus();
    }

    /** Starts it again on the same volumes. */
    void resume() {
        getDockerClient().startContainerCmd(getContainerId()).exec();
    }

    /** How it ended. */
    long exitStatus() {
        return Objects.requireNonNull(inspect().getState().getExitCodeLong(), "it has ended");
    }

    private InspectContainerResponse inspect() {
        return getDockerClient().inspectContainerCmd(getContainerId()).exec();
    }

    private static final class End extends StartupCheckStrategy {

        @Override
        public StartupStatus checkStartupState(DockerClient client, String container) {
            boolean runs = Boolean.TRUE.equals(
                    client.inspectContainerCmd(container).exec().getState().getRunning());
            return runs ? StartupStatus.NOT_YET_KNOWN : StartupStatus.SUCCESSFUL;
        }
    }

    private static final class NoFurtherWait extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {}
    }
}
