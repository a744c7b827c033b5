package io.provenant.network.fabric.node;

import java.nio.file.Path;

/** Starts nodes: as processes of this machine, or in containers. */
public interface Launcher {

    /** Plain processes. */
    Launcher PROCESSES = (name, launch, log) -> NodeProcess.start(name, launch.command(), launch.environment(), log);

    /**
     * Starts a node under a name; what it says is added to the log. The process that is given ends when the node ends,
     * and the node when the process is asked to.
     */
    NodeProcess start(String name, Launch launch, Path log);
}
