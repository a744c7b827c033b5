package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {

    @TempDir
    private Path folder;

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private CompletableFuture<Void> serving = CompletableFuture.completedFuture(null);

    @BeforeEach
    void somebody_who_answers() {
        serving = CompletableFuture.runAsync(() -> {
            try {
                new Requests(folder).serve(this::handle, end);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterEach
    void stop() {
        end.countDown();
        serving.join();
    }

    @Test
    void what_is_asked_for_is_done_when_asking_returns() {
        Requests requests = new Requests(folder);

        requests.ask("one");
        requests.ask("two");

        assertThat(handled).containsExactly("one", "two");
    }

    @Test
    void what_goes_wrong_is_told_to_who_asked_and_the_next_is_answered_all_the_same() {
        Requests requests = new Requests(folder);

        assertThatThrownBy(() -> requests.ask("fail"))
                .isInstanceOf(FabricException.class)
                .hasMessage("fail: nothing to be done");
        requests.ask("one");

        assertThat(handled).containsExactly("one");
    }

    @Test
    void a_question_to_somebody_who_is_gone_is_forgotten() throws IOException {
        end.countDown();
        serving.join();
        Files.writeString(folder.resolve("request.txt"), "old");

        new Requests(folder).clear();

        assertThat(folder.resolve("request.txt")).doesNotExist();
    }

    private void handle(String request) {
        if (request.equals("fail")) {
            throw new FabricException("fail: nothing to be done");
        }
        handled.add(request);
    }
}
