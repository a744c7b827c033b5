package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @Test
    void who_holds_a_folder_is_found_and_a_number_left_behind_is_nobody() throws IOException {
        assertThat(FolderLock.holder(folder)).isEmpty();
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThat(FolderLock.holder(folder)).contains(ProcessHandle.current());
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("is up already");
        }
        assertThat(FolderLock.holder(folder)).isEmpty();
    }

    @Test
    void a_lock_that_somebody_has_only_to_ask_is_taken_when_he_has_asked() throws IOException {
        FileChannel asking =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = asking.lock();

        CompletableFuture<FolderLock> taken = CompletableFuture.supplyAsync(() -> FolderLock.take(folder));
        await().during(Duration.ofMillis(200)).until(() -> !taken.isDone());
        held.release();

        assertThat(taken.join()).isNotNull();
        taken.join().close();
        asking.close();
    }

    @Test
    void a_holder_that_has_not_written_its_number_yet_is_asked_again() throws IOException {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            String pid = Files.readString(folder.resolve("lock"));
            Files.writeString(folder.resolve("lock"), "");

            assertThatThrownBy(() -> FolderLock.holder(folder))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("does not say which one")
                    .hasMessageContaining("next: ");

            Files.writeString(folder.resolve("lock"), pid);
            assertThat(FolderLock.holder(folder)).contains(ProcessHandle.current());
        }
    }

    @Test
    void a_command_waits_for_the_one_before_it() {
        FolderLock first = FolderLock.takeTurn(folder, () -> {});
        CountDownLatch isWaiting = new CountDownLatch(1);

        CompletableFuture<FolderLock> second =
                CompletableFuture.supplyAsync(() -> FolderLock.takeTurn(folder, isWaiting::countDown));
        await().until(() -> isWaiting.getCount() == 0);
        assertThat(second).isNotDone();
        first.close();

        second.join().close();
    }
}
