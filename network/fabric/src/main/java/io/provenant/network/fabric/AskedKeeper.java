package io.provenant.network.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Whoever holds the network up, asked by files. */
final class AskedKeeper implements NetworkKeeper {

    private final Path folder;
    private final Supervisor supervisor;
    private final Requests requests;

    AskedKeeper(Path folder, Supervisor supervisor) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.requests = new Requests(folder, this::isHeld);
    }

    @Override
    public void follow() {
        requests.ask(Serving.FOLLOW);
    }

    @Override
    public void awaitReadiness() {
        requests.ask(Serving.AWAIT_READINESS);
    }

    private boolean isHeld() {
        try {
            return supervisor.find().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see who holds " + folder, e);
        }
    }
}
