package io.provenant.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.testing.ChildProcess;
import io.provenant.gateway.vault.FolderInUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL, whose user is really killed. */
class OwnPostgresTest {

    @TempDir
    Path folder;

    @AfterEach
    void leave_no_server() throws IOException {
        LeftServer.of(folder.resolve("data")).stop();
    }

    @Test
    void starts_at_the_first_try_after_its_user_was_killed_and_has_what_was_written() throws Exception {
        long left;
        try (ChildProcess killed = ChildProcess.start(KilledUser.class, folder.toString())) {
            left = Long.parseLong(killed.next("serves"));
            killed.kill();
        }
        assertThat(ProcessHandle.of(left)).as("the server outlives its user").isPresent();

        try (OwnPostgres again = OwnPostgres.start(folder);
                Connection connection = DriverManager.getConnection(again.url("postgres"));
                ResultSet kept = connection.createStatement().executeQuery("SELECT said FROM kept")) {
            assertThat(kept.next()).isTrue();
            assertThat(kept.getString(1)).isEqualTo("before the kill");
        }
        assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_folder_whose_user_lives_is_refused_with_its_process_and_its_server_goes_on() throws Exception {
        try (ChildProcess user = ChildProcess.start(KilledUser.class, folder.toString())) {
            long serving = Long.parseLong(user.next("serves"));

            assertThatThrownBy(() -> OwnPostgres.start(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageMatching("process [0-9]+ has .* open");

            assertThat(ProcessHandle.of(serving).filter(ProcessHandle::isAlive)).isPresent();
            user.kill();
        }
    }

    @Test
    void a_number_that_went_to_another_process_ends_nobody_and_keeps_nothing_from_starting() throws Exception {
        OwnPostgres.start(folder).close();
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.write(
                    folder.resolve("data/postmaster.pid"),
                    List.of(Long.toString(other.pid()), folder.resolve("data").toString(), "1", "5432"));

            try (OwnPostgres again = OwnPostgres.start(folder)) {
                assertThat(again.url("postgres")).startsWith("jdbc:postgresql:");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    /** Starts a server, writes a row, says which process serves, and waits to be killed. */
    static final class KilledUser {

        private KilledUser() {}

        public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
            OwnPostgres server = OwnPostgres.start(Path.of(arguments[0]));
            try (Connection connection = DriverManager.getConnection(server.url("postgres"))) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 'before the kill' AS said");
            }
            System.out.println("serves "
                    + Files.readAllLines(server.data().resolve("postmaster.pid"))
                            .get(0));
            new CountDownLatch(1).await();
        }
    }
}
