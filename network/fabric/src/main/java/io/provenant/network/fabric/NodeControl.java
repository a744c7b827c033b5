package io.provenant.network.fabric;

import io.provenant.network.fabric.node.NodeProcess;
import java.util.function.Consumer;

/**
 * One process of a running network in the hands of whoever tries what happens without it. The other processes go on;
 * a network that is closed ends this one too, frozen or not.
 */
public final class NodeControl {

    private final NodeProcess process;
    private final Consumer<NodeProcess> awaitReady;

    NodeControl(NodeProcess process, Consumer<NodeProcess> awaitReady) {
        this.process = process;
        this.awaitReady = awaitReady;
    }

    /** The name that its log carries. */
    public String name() {
        return process.name();
    }

    public boolean isRunning() {
        return process.isRunning();
    }

    /** Ends it in order. */
    public void stop() {
        process.close();
    }

    /** Ends it as a crash does (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Stops it in the middle of what it does (SIGSTOP); whoever is connected to it waits. */
    public void freeze() {
        process.freeze();
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        process.thaw();
    }

    /** Starts it again with its data, and returns once it is ready; throws with the end of its log where it ends. */
    public void start() {
        process.startAgain();
        awaitReady.accept(process);
    }
}
