package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private volatile boolean isGone;
    private final CountDownLatch end = new CountDownLatch(1);
    private CompletableFuture<Void> serving = CompletableFuture.completedFuture(null);

    @BeforeEach
    void somebody_who_answers() {
        serving = CompletableFuture.runAsync(() -> {
            try {
                new Requests(folder, () -> !isGone).serve(this::handle, end);
            } catch (InterruptedException e) {
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
        Requests requests = new Requests(folder, () -> !isGone);

        requests.ask("one");
        requests.ask("two");

        assertThat(handled).containsExactly("one", "two");
    }

    @Test
    void what_goes_wrong_is_told_to_who_asked_and_the_next_is_answered_all_the_same() {
        Requests requests = new Requests(folder, () -> !isGone);

        assertThatThrownBy(() -> requests.ask("fail"))
                .isInstanceOf(FabricException.class)
                .hasMessage("fail: nothing to be done");
        requests.ask("one");

        assertThat(handled).containsExactly("one");
    }

    @Test
    void an_answer_to_an_earlier_question_is_none() throws IOException {
        Requests requests = new Requests(folder, () -> !isGone);
        Files.writeString(folder.resolve("answer.txt"), "an earlier question\nwhat went wrong then");

        requests.ask("one");

        assertThat(handled).containsExactly("one");
    }

    @Test
    void an_error_that_nobody_thought_of_is_told_and_the_next_question_is_answered() throws IOException {
        Requests requests = new Requests(folder, () -> !isGone);

        assertThatThrownBy(() -> requests.ask("break"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("disk full");
        assertThatThrownBy(() -> requests.ask("stumble"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the network could not stumble")
                .hasMessageContaining("next: ");
        Path obstacle = Files.createDirectories(folder.resolve("answer.txt.next/obstacle"));
        Files.writeString(folder.resolve("request.txt"), "nobody\none");
        await().until(() -> handled.contains("one"));
        Files.delete(obstacle);
        Files.delete(folder.resolve("answer.txt.next"));
        requests.ask("two");

        assertThat(handled).containsExactly("one", "two");
    }

    @Test
    void who_asks_a_network_that_goes_down_is_told_so() {
        end.countDown();
        serving.join();
        isGone = true;

        assertThatThrownBy(() -> new Requests(folder, () -> !isGone).ask("one"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the network went down when it was asked to one");
    }

    @Test
    void a_question_to_somebody_who_is_gone_is_forgotten() throws IOException {
        end.countDown();
        serving.join();
        Files.writeString(folder.resolve("request.txt"), "old");

        new Requests(folder, () -> !isGone).clear();

        assertThat(folder.resolve("request.txt")).doesNotExist();
    }

    private void handle(String request) {
        if (request.equals("fail")) {
            throw new FabricException("fail: nothing to be done");
        }
        if (request.equals("break")) {
            throw new UncheckedIOException(new IOException("disk full"));
        }
        if (request.equals("stumble")) {
            throw new IllegalStateException("over its own feet");
        }
        handled.add(request);
    }
}
