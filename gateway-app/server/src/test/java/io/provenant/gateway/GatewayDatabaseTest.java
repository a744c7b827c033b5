package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void a_database_of_its_own_confirms_nothing_before_it_is_on_the_disk() throws Exception {
        GatewayDatabase database = GatewayDatabase.own(folder);
        try (Connection connection = database.source().getConnection()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(shown(connection, setting)).as(setting).isEqualTo("on");
            }
        } finally {
            database.close();
        }
    }

    @Test
    void a_request_waits_for_a_statement_for_seconds_and_long_work_for_minutes() throws Exception {
        GatewayDatabase database = GatewayDatabase.own(folder);
        try (Connection request = database.source().getConnection();
                Connection work = database.work().getConnection()) {
            assertThat(request.getNetworkTimeout()).isEqualTo(10_000);
            assertThat(shown(request, "statement_timeout")).isEqualTo("9s");
            assertThat(work.getNetworkTimeout()).isEqualTo(120_000);
            assertThat(shown(work, "statement_timeout")).isEqualTo("119s");
        } finally {
            database.close();
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (ResultSet value = connection.createStatement().executeQuery("SHOW " + setting)) {
            value.next();
            return value.getString(1);
        }
    }
}
