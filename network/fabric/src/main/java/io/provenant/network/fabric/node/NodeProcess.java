package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of the network that never outlives its launcher: a shell stands guard over it and ends it when the pipe
 * from the launcher closes, which the system does however the launcher ends. What has ended can be started again.
 */
public final class NodeProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 15;
    private static final Path SET_SESSION = Path.of("/usr/bin/setsid");

    // What is frozen ends only once it goes on, and what does not end when asked is killed after ten seconds.
    private static final String GUARD = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            node=$!
            trap '{ kill "$node" && kill -CONT "$node"; } 2>/dev/null' TERM INT
            {
                cat <&3 >/dev/null
                kill "$node" && kill -CONT "$node"
                for second in 1 2 3 4 5 6 7 8 9 10; do
                    kill -0 "$node" && sleep 1
                done
                kill -KILL "$node"
            } 2>/dev/null &
            watch=$!
            wait "$node"
            wait "$node" 2>/dev/null
            status=$?
            kill "$watch" 2>/dev/null
            exit "$status"
            """;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private volatile Process guard;

    private NodeProcess(String name, List<String> command, Map<String, String> environment, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        this.log = log;
        this.guard = guarded();
    }

    /** Starts a command with exactly this environment; what it says is added to the log. */
    public static NodeProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        return new NodeProcess(name, command, environment, log);
    }

    private Process guarded() {
        List<String> guarded = new ArrayList<>();
        // In a session of its own, Ctrl-C at the launcher's terminal ends the launcher, which ends its nodes in order.
        if (Files.isExecutable(SET_SESSION)) {
            guarded.add(SET_SESSION.toString());
        }
        guarded.addAll(List.of("/bin/sh", "-c", GUARD, name));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
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

    /** Starts it once more, as it was started first; one that runs is left as it is. */
    public synchronized void startAgain() {
        if (!isRunning()) {
            guard = guarded();
        }
    }

    /** Ends it without a warning, as a crash does. */
    public void kill() {
        handles().forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** Stops it in the middle of whatever it does, until {@link #thaw}; its connections stay. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        handles().forEach(process -> {
            try {
                String pid = String.valueOf(process.pid());
                new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " \"$1\"", "sh", pid)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new FabricException("cannot send " + signal + " to " + name, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FabricException("interrupted while sending " + signal + " to " + name, e);
            }
        });
    }

    /** Asks the process to end; {@link #close} waits for it. */
    public void requestStop() {
        guard.destroy();
    }

    @Override
    public void close() {
        requestStop();
        awaitEnd();
    }

    private void awaitEnd() {
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
