package io.provenant.network.embedded.chaincode;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.GAMMA;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.provenant.network.embedded.node.ChaincodeSettings;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.node.HostPort;
import io.provenant.network.embedded.testing.ChildProcess;
import io.provenant.network.embedded.testing.FreePorts;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.ProbeMain;
import io.provenant.network.embedded.testing.Refusal;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chaincodes that are processes of their own, and go away. */
class ChaincodeProcessTest {

    @TempDir
    static Path folder;

    static TreeMap<String, HostPort> addresses = new TreeMap<>();
    static TreeMap<String, ChildProcess> processes = new TreeMap<>();
    static RunningNode running;
    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        List<Integer> ports = FreePorts.find(3);
        addresses.put(ALPHA, new HostPort("127.0.0.1", ports.get(0)));
        addresses.put(BETA, new HostPort("127.0.0.1", ports.get(1)));
        addresses.put(GAMMA, new HostPort("127.0.0.1", ports.get(2)));
        for (String mspId : addresses.keySet()) {
            processes.put(mspId, startProcess(mspId));
        }
        TestChannel channel = TestChannel.create(folder);
        running = RunningNode.of(
                channel,
                EmbeddedNode.start(channel.settings(new ChaincodeSettings(TestChannel.definition(), addresses))));
        calls = running.calls(ALPHA);
        for (String mspId : addresses.keySet()) {
            awaitEndorsementBy(mspId);
        }
    }

    @AfterAll
    static void stop() {
        running.close();
        processes.values().forEach(ChildProcess::close);
    }

    private static HostPort address(String mspId) {
        return Objects.requireNonNull(addresses.get(mspId));
    }

    private static ChildProcess process(String mspId) {
        return Objects.requireNonNull(processes.get(mspId));
    }

    private static ChildProcess startProcess(String mspId) throws IOException {
        int port = address(mspId).port();
        return ChildProcess.start(ProbeMain.class, folder.resolve(mspId + ".log"), Integer.toString(port));
    }

    private static void awaitEndorsementBy(String mspId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> !calls.endorsed(calls.proposal("get", "k"), mspId)
                        .getPayload()
                        .isEmpty());
    }

    @Test
    void commits_with_chaincodes_over_tcp() {
        assertThat(calls.commit(calls.endorsed(calls.proposal("put", "tcp", "1")))
                        .getResult())
                .isEqualTo(TxValidationCode.VALID);
    }

    @Test
    void goes_on_with_others_while_another_organisations_chaincode_is_down_and_with_it_when_it_is_back()
            throws Exception {
        process(BETA).kill();

        assertThat(calls.commit(calls.endorsed(calls.proposal("put", "other", "1")))
                        .getResult())
                .isEqualTo(TxValidationCode.VALID);
        Refusal refusal = Refusal.of(() -> calls.endorsed(calls.proposal("put", "other", "2"), ALPHA, BETA));
        assertThat(refusal.code()).isEqualTo(Code.ABORTED);
        assertThat(refusal.text())
                .isEqualTo("failed to collect enough transaction endorsements, see attached details for more info");
        assertThat(refusal.messages()).singleElement().asString().matches(BETA + ": " + refused(BETA));

        processes.put(BETA, startProcess(BETA));
        awaitEndorsementBy(BETA);
    }

    @Test
    void says_that_its_own_chaincode_cannot_be_reached_and_reaches_it_when_it_is_back() throws Exception {
        process(ALPHA).kill();

        Refusal refusal = Refusal.of(() -> calls.endorsed(calls.proposal("put", "own", "1")));
        assertThat(refusal.code()).isEqualTo(Code.ABORTED);
        assertThat(refusal.text()).isEqualTo("failed to endorse transaction, see attached details for more info");
        assertThat(refusal.messages()).singleElement().asString().matches(ALPHA + ": " + refused(ALPHA));
        assertThat(calls.gateway()
                        .evaluate(calls.proposal("get", "nothing").toEvaluate())
                        .getResult()
                        .getStatus())
                .isEqualTo(200); // another organisation's peer answers

        processes.put(ALPHA, startProcess(ALPHA));
        awaitEndorsementBy(ALPHA);
    }

    private static String refused(String mspId) {
        String address = address(mspId).toString().replace(".", "\\.");
        return "error in simulation: failed to execute transaction [0-9a-f]{64}: could not launch chaincode"
                + " probe_1\\.0: connection to probe_1\\.0 failed: .* dial tcp " + address
                + ": connect: connection refused\"";
    }
}
