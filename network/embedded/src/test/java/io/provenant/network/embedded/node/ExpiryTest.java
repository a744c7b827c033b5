package io.provenant.network.embedded.node;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.embedded.testing.TestClient;
import io.provenant.network.identity.Credential;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client whose certificate ends while it works. */
class ExpiryTest {

    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @TempDir
    Path folder;

    @Test
    void an_expired_client_neither_orders_nor_reads_on() throws Exception {
        SettableClock clock = new SettableClock();
        TestChannel channel = TestChannel.create(folder);
        EmbeddedNode node = EmbeddedNode.start(channel.settings(), TestChannel.probes(), clock);
        try (RunningNode running = RunningNode.of(channel, node)) {
            GatewayCalls calls = running.calls(ALPHA);
            Credential client = running.client(ALPHA);
            Envelope held = calls.endorsed(calls.proposal("put", "held", "1"));
            try (TestClient reader = TestClient.inProcess(node, ALPHA, ALPHA, client);
                    CloseableIterator<Block> blocks = reader.network()
                            .newBlockEventsRequest()
                            .startBlock(0)
                            .build()
                            .getEvents()) {
                assertThat(blocks.next().getHeader().getNumber()).isZero();

                clock.putForward(TWO_YEARS);

                Refusal refusal = Refusal.of(() -> calls.submit(held));
                assertThat(refusal.code()).isEqualTo(Code.ABORTED);
                assertThat(refusal.text())
                        .isEqualTo("received unsuccessful response from orderer: status=BAD_REQUEST,"
                                + " info=broadcast client identity expired");
                clock.putForward(Duration.ZERO);
                calls.commit(calls.endorsed(calls.proposal("put", "other", "1")));
                assertThat(blocks.next().getHeader().getNumber()).isEqualTo(1);

                Envelope last = calls.endorsed(calls.proposal("put", "last", "1"));
                calls.submit(last);
                clock.putForward(TWO_YEARS);
                assertThatThrownBy(() -> {
                            while (blocks.hasNext()) {
                                blocks.next();
                            }
                        })
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessage("Unexpected status response: FORBIDDEN");
            }
        }
    }
}
