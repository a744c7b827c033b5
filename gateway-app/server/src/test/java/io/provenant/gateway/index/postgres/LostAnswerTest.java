package io.provenant.gateway.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.ledger.block.BlockListener;
import io.provenant.gateway.ledger.block.BlockReader;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestPostgres;
import io.provenant.gateway.testing.TestTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class LostAnswerTest {

    private boolean loses;

    @Test
    void a_block_that_was_written_though_nobody_heard_of_it_is_not_written_twice() {
        TestChain chain = new TestChain();
        chain.block(TestTransaction.of("approve", "one"));
        chain.block(TestTransaction.of("approve", "two"));
        BlockReader reader = new BlockReader(TestChain.CHAINCODE);
        List<LedgerBlock> blocks = chain.from(0).stream().map(reader::read).toList();
        try (HikariDataSource database = TestPostgres.database()) {
            DataSource lossy = losing(database);
            BlockListener index = IndexStore.open(lossy, lossy, RecordTypes.all(), Commands.all())
                    .feeder();
            index.accept(blocks.get(0));

            loses = true;
            assertThatThrownBy(() -> index.accept(blocks.get(1))).hasRootCauseMessage("the connection broke");
            loses = false;
            index.accept(blocks.get(1));
            index.accept(blocks.get(2));

            assertThat(index.nextBlock()).isEqualTo(3);
        }
    }

    /** A database whose connections break right behind the commit. */
    private DataSource losing(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(real, arguments);
                                if (loses && method.getName().equals("commit")) {
                                    throw new SQLException("the connection broke", "08006");
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}
