package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of the network that never outlives its launcher: a shell stands guard over it and ends it when the pipe
 * from the launcher closes, which the system does however the launcher ends.
 */
public final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 15;

    private static final String GUARD = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            node=$!
            trap 'kill "$node" 2>/dev/null' TERM INT
            { cat <&3 >/dev/null; kill "$node" 2>/dev/null; } &
            watch=$!
            wait "$node"
            wait "$node" 2>/dev/null
            status=$?
            kill "$watch" 2>/dev/null
            exit "$status"
            """;

    private final String name;
    private final Path log;
    private final Process guard;

    private NodeProcess(String name, Path log, Process guard) {
        this.name = name;
        this.log = log;
        this.guard = guard;
    }

    /** Starts a command with exactly this environment; what it says is added to the log. */
    public static NodeProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, name));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new NodeProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new FabricException("cannot start " + name + ": " + command.get(0), e);
        }
    }

    public String name() {
        return name;
    }

    public boolean isRunning() {
        return guard.isAlive();
    }

    /** The process itself, not its guard; empty as soon as it has ended. */
    public Stream<ProcessHandle> handles() {
        return guard.children()
                .filter(child -> !child.info().command().orElse("").endsWith("sh"));
    }

    /** Throws with the end of the log where the process has ended. */
    public void requireRunning() {
        if (!isRunning()) {
            throw new FabricException(
                    name + " ended with status " + guard.exitValue() + "; the end of " + log + ":\n" + tail());
        }
    }

    /** Asks the process to end; {@link #close} waits for it. */
    public void requestStop() {
        guard.destroy();
    }

    @Override
    public void close() {
        requestStop();
        List<ProcessHandle> all = guard.descendants().toList();
        try {
            if (!guard.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            guard.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }
}
