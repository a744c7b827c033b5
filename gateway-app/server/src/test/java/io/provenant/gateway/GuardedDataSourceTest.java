package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.gateway.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class GuardedDataSourceTest {

    private final HikariDataSource database = TestPostgres.database();
    private final AtomicInteger asked = new AtomicInteger();
    private final Frost frost = new Frost();
    private volatile boolean away;

    @AfterEach
    void close() {
        frost.lasts(false);
        database.close();
    }

    @Test
    void a_database_that_is_away_is_asked_by_one_caller_a_second() {
        GuardedDataSource guarded = new GuardedDataSource(failing());
        away = true;

        for (int call = 0; call < 50; call++) {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SQLException.class);
        }

        assertThat(asked).hasValue(1);
        await().untilAsserted(() -> {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SQLException.class);
            assertThat(asked).hasValue(2);
        });
    }

    @Test
    void one_that_hangs_keeps_one_caller_waiting_and_refuses_the_others_at_once() {
        GuardedDataSource guarded = new GuardedDataSource(failing());
        away = true;
        assertThatThrownBy(guarded::getConnection).isInstanceOf(SQLException.class);
        frost.lasts(true);
        CompletableFuture<Boolean> trial =
                CompletableFuture.supplyAsync(() -> await().until(() -> connects(guarded), Boolean::booleanValue));
        await().until(() -> frost.most() == 1);

        for (int call = 0; call < 50; call++) {
            assertThatThrownBy(guarded::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }

        assertThat(frost.most()).isEqualTo(1);
        away = false;
        frost.lasts(false);
        assertThat(trial).succeedsWithin(Duration.ofSeconds(10));
        assertThat(connects(guarded)).isTrue();
    }

    @Test
    void one_that_answers_again_is_there_for_everybody() {
        GuardedDataSource guarded = new GuardedDataSource(failing());
        away = true;
        assertThatThrownBy(guarded::getConnection).isInstanceOf(SQLException.class);
        away = false;

        await().until(() -> connects(guarded));

        for (int call = 0; call < 20; call++) {
            assertThat(connects(guarded)).isTrue();
        }
    }

    private static boolean connects(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private DataSource failing() {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                frost.pass();
                if (away) {
                    throw new SQLTransientConnectionException("away");
                }
                return super.getConnection();
            }
        };
    }
}
