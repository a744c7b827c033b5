package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How a command asks whoever holds the network up for something: a file with the question, and one with the answer.
 * Whoever may write to the folder holds the keys in it, too, so nothing else is asked of him.
 */
final class Requests {

    private static final long INTERVAL_MS = 50;
    private static final String DONE = "done";

    /** The keeper waits a minute for each node and service in turn, and only then says which one does not come up. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final BooleanSupplier isHeld;
    private final Path question;
    private final Path answer;
    private final Path lock;

    /**
     * The questions to whoever holds a folder's network up.
     *
     * @param isHeld whether anybody does
     */
    Requests(Path folder, BooleanSupplier isHeld) {
        this.isHeld = isHeld;
        this.question = folder.resolve("request.txt");
        this.answer = folder.resolve("answer.txt");
        this.lock = folder.resolve("request.lock");
    }

    /** What can be asked for. */
    interface Handler {
        /** Does what is asked, or throws a {@link FabricException}. */
        void handle(String request);
    }

    /** Asks, after whoever else asks, and returns when it is done; what went wrong is thrown. */
    void ask(String request) {
        try (FileChannel turn = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = turn.lock()) {
            if (!held.isValid()) {
                throw new IllegalStateException("a lock that was given is not valid");
            }
            String id = UUID.randomUUID() + "\n";
            write(question, id + request);
            String text = await(id, request);
            if (!text.equals(DONE)) {
                throw new FabricException(text);
            }
        } catch (IOException e) {
            throw new FabricException("cannot ask the network to " + request, e);
        }
    }

    /** The answer to this question; one that came late, to another question, is none. */
    private String await(String id, String request) {
        boolean isOver = Waiting.within(PATIENCE, () -> answer().startsWith(id) || !isHeld.getAsBoolean());
        String text = answer();
        if (text.startsWith(id)) {
            return text.substring(id.length());
        }
        throw new FabricException(
                isOver
                        ? "the network went down when it was asked to " + request
                                + "\nnext: see scripts/network logs, and start it again"
                        : "the network was asked to " + request + " and did not answer for " + PATIENCE.toMinutes()
                                + " minutes\nnext: see scripts/network logs; down and up start all again");
    }

    private String answer() {
        try {
            return Files.exists(answer) ? Files.readString(answer) : "";
        } catch (IOException e) {
            throw new FabricException("cannot read " + answer, e);
        }
    }

    /** Forgets what was asked of somebody who is gone; before anybody can ask anew. */
    void clear() throws IOException {
        Files.deleteIfExists(question);
    }

    /** Answers until the latch is counted down, whatever goes wrong meanwhile: the network's life hangs on this. */
    void serve(Handler handler, CountDownLatch end) throws InterruptedException {
        while (!end.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
            try {
                Optional<String> request = take();
                if (request.isPresent()) {
                    int line = request.get().indexOf('\n') + 1;
                    String id = request.get().substring(0, line);
                    write(answer, id + answer(handler, request.get().substring(line)));
                }
            } catch (IOException e) {
                System.err.println("a question to the network is not answered: " + e);
            }
        }
    }

    private Optional<String> take() throws IOException {
        if (!Files.exists(question)) {
            return Optional.empty();
        }
        String request = Files.readString(question);
        Files.delete(question);
        return Optional.of(request);
    }

    private static String answer(Handler handler, String request) {
        try {
            handler.handle(request);
            return DONE;
        } catch (FabricException | IllegalArgumentException | UncheckedIOException e) {
            return Reasons.of(e);
        } catch (RuntimeException e) {
            e.printStackTrace(); // into the supervisor's log
            return "the network could not " + request + ": " + e + "\nnext: see scripts/network logs";
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
