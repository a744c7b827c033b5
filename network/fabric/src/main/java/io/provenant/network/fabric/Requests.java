package io.provenant.network.fabric;

import io.provenant.network.fabric.node.Waiting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a command asks whoever holds the network up for something: a file with the question, and one with the answer.
 * Whoever may write to the folder holds the keys in it, too, so nothing else is asked of him.
 */
final class Requests {

    private static final long INTERVAL_MS = 50;
    private static final String DONE = "done";

    private final Path question;
    private final Path answer;
    private final Path lock;

    Requests(Path folder) {
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
            Files.deleteIfExists(answer);
            write(question, request);
            Waiting.until("the network to " + request, () -> Files.exists(answer));
            String text = Files.readString(answer);
            if (!text.equals(DONE)) {
                throw new FabricException(text);
            }
        } catch (IOException e) {
            throw new FabricException("cannot ask the network to " + request, e);
        }
    }

    /** Forgets what was asked of somebody who is gone; before anybody can ask anew. */
    void clear() throws IOException {
        Files.deleteIfExists(question);
    }

    /** Answers until the latch is counted down. */
    void serve(Handler handler, CountDownLatch end) throws IOException, InterruptedException {
        while (!end.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
            Optional<String> request = take();
            if (request.isPresent()) {
                write(answer, answer(handler, request.get()));
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
        } catch (FabricException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
