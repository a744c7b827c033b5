package io.provenant.network.embedded.node;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.provenant.network.embedded.testing.ChildProcess;
import io.provenant.network.embedded.testing.FreePorts;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.ProbeMain;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.embedded.testing.TestClient;
import io.provenant.network.identity.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node as a process of its own, from its settings file, killed and started again. */
class NodeProcessTest {

    @TempDir
    Path folder;

    final List<ChildProcess> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(ChildProcess::close);
    }

    @Test
    void comes_back_after_a_kill_with_everything_that_it_said_had_committed() throws Exception {
        TestChannel channel = TestChannel.create(folder);
        List<Integer> ports = FreePorts.find(6);
        Path settings = Files.writeString(folder.resolve("node.json"), settings(ports));
        for (int i = 3; i < 6; i++) {
            processes.add(ChildProcess.start(
                    ProbeMain.class, folder.resolve("chaincode.log"), Integer.toString(ports.get(i))));
        }
        ChildProcess node = ChildProcess.start(NodeMain.class, folder.resolve("node.log"), settings.toString());
        processes.add(node);
        ManagedChannel connection = TestClient.tlsChannel(
                new HostPort("127.0.0.1", ports.get(0)), folder.resolve(ALPHA).resolve("tls"));
        Credential client = channel.client(ALPHA);
        GatewayCalls calls = new GatewayCalls(connection, ALPHA, client);
        awaitReady(connection, calls);

        AtomicInteger committed = new AtomicInteger();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        writer.execute(() -> write(calls, committed));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> committed.get() > 20);
        node.kill();
        writer.shutdown();
        assertThat(writer.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        processes.add(ChildProcess.start(NodeMain.class, folder.resolve("node.log"), settings.toString()));
        awaitReady(connection, calls);

        for (int i = 0; i < committed.get(); i++) {
            assertThat(calls.gateway()
                            .evaluate(calls.proposal("get", "k" + i).toEvaluate())
                            .getResult()
                            .getPayload()
                            .toStringUtf8())
                    .isEqualTo("v" + i);
        }
        assertThat(calls.commit(calls.endorsed(calls.proposal("put", "k0", "new")))
                        .getResult())
                .isEqualTo(TxValidationCode.VALID);
        connection.shutdownNow();
    }

    /** Writes one key after another until the node is gone, and counts what was reported as valid. */
    private static void write(GatewayCalls calls, AtomicInteger committed) {
        try {
            while (true) {
                int next = committed.get();
                if (calls.commit(calls.endorsed(calls.proposal("put", "k" + next, "v" + next)))
                                .getResult()
                        != TxValidationCode.VALID) {
                    return;
                }
                committed.incrementAndGet();
            }
        } catch (StatusRuntimeException e) {
            assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
        }
    }

    private static void awaitReady(ManagedChannel connection, GatewayCalls calls) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> {
                    connection.resetConnectBackoff();
                    return !calls.endorsed(calls.proposal("get", "k"), ALPHA, BETA, GAMMA)
                            .getPayload()
                            .isEmpty();
                });
    }

    private String settings(List<Integer> ports) {
        return String.format(Locale.ROOT, """
                {"v":1,"channel":"probe-channel","dataDir":"data",
                 "organisations":[
                  {"mspId":"AlphaMSP","mspDir":"AlphaMSP/msp","peer":{"host":"127.0.0.1","port":%d}},
                  {"mspId":"BetaMSP","mspDir":"BetaMSP/msp","peer":{"host":"127.0.0.1","port":%d}},
                  {"mspId":"GammaMSP","mspDir":"GammaMSP/msp","peer":{"host":"127.0.0.1","port":%d}}],
                 "orderer":{"mspId":"OrdererMSP","mspDir":"OrdererMSP/msp","host":"127.0.0.1","port":7050},
                 "chaincodes":[{"name":"probe","version":"1.0","sequence":1,
                  "policy":"OutOf(2, 'AlphaMSP.peer', 'BetaMSP.peer', 'GammaMSP.peer')","collections":[],
                  "addresses":[
                   {"mspId":"AlphaMSP","host":"127.0.0.1","port":%d},
                   {"mspId":"BetaMSP","host":"127.0.0.1","port":%d},
                   {"mspId":"GammaMSP","host":"127.0.0.1","port":%d}]}],
                 "batchTimeoutMs":20,"batchCount":500,"executeTimeoutMs":10000}
                """, ports.toArray());
    }
}
