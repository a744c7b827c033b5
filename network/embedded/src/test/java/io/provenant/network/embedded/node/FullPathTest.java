package io.provenant.network.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.embedded.testing.ProbeChaincode;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.embedded.testing.TestClient;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullPathTest {

    @TempDir
    static Path folder;

    static TestChannel channel;
    static EmbeddedNode node;
    static Credential somebody;

    @BeforeAll
    static void start() throws IOException {
        channel = TestChannel.create(folder);
        node = EmbeddedNode.start(channel.settings(), TestChannel.probes());
        somebody = channel.client(TestChannel.ALPHA);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static TestClient client(boolean isTls) {
        return isTls
                ? TestClient.tls(
                        node.address(TestChannel.ALPHA),
                        folder.resolve(TestChannel.ALPHA).resolve("tls"),
                        TestChannel.ALPHA,
                        somebody)
                : TestClient.inProcess(node, TestChannel.ALPHA, TestChannel.ALPHA, somebody);
    }

    @ParameterizedTest(name = "with TLS: {0}")
    @ValueSource(booleans = {true, false})
    void commits_a_transaction_and_reads_it_back(boolean isTls) throws Exception {
        try (TestClient client = client(isTls)) {
            Contract contract = client.contract();
            String key = "full-" + isTls;

            SubmittedTransaction submitted = contract.newProposal("put")
                    .addArguments(key, "value")
                    .build()
                    .endorse()
                    .submitAsync();
            Status status = submitted.getStatus();

            assertThat(status.getCode()).isEqualTo(TxValidationCode.VALID);
            assertThat(new String(submitted.getResult(), StandardCharsets.UTF_8))
                    .isEqualTo("done");
            assertThat(contract.evaluateTransaction("get", key)).isEqualTo("value".getBytes(StandardCharsets.UTF_8));
            assertThat(node.ledger().height()).isGreaterThan(status.getBlockNumber());
        }
    }

    @Test
    void runs_the_chaincode_once_for_each_endorsing_organisation() throws Exception {
        try (TestClient client = client(false)) {
            int before = ProbeChaincode.runs();
            client.contract()
                    .newProposal("put")
                    .addArguments("once", "1")
                    .build()
                    .endorse();
            assertThat(ProbeChaincode.runs() - before).isEqualTo(2);

            before = ProbeChaincode.runs();
            client.contract()
                    .newProposal("put")
                    .addArguments("once", "1")
                    .setEndorsingOrganizations(TestChannel.ALPHA, TestChannel.BETA, TestChannel.GAMMA)
                    .build()
                    .endorse();
            assertThat(ProbeChaincode.runs() - before).isEqualTo(3);
        }
    }

    @Test
    void tells_of_the_last_event_of_a_transaction_and_of_its_block() throws Exception {
        try (TestClient client = client(true);
                CloseableIterator<ChaincodeEvent> events = client.network()
                        .newChaincodeEventsRequest(TestChannel.CHAINCODE)
                        .startBlock(0)
                        .build()
                        .getEvents();
                CloseableIterator<Block> blocks = client.network()
                        .newBlockEventsRequest()
                        .startBlock(0)
                        .build()
                        .getEvents()) {
            SubmittedTransaction submitted = client.contract()
                    .newProposal("event")
                    .addArguments("second", "payload")
                    .build()
                    .endorse()
                    .submitAsync();
            long number = submitted.getStatus().getBlockNumber();

            ChaincodeEvent event = events.next();
            assertThat(event.getTransactionId()).isEqualTo(submitted.getTransactionId());
            assertThat(event.getEventName()).isEqualTo("second");
            assertThat(event.getPayload()).isEqualTo("payload".getBytes(StandardCharsets.UTF_8));
            assertThat(event.getBlockNumber()).isEqualTo(number);

            for (long expected = 0; expected <= number; expected++) {
                assertThat(blocks.next().getHeader().getNumber()).isEqualTo(expected);
            }
        }
    }

    @Test
    void gives_ranges_in_batches_and_history_newest_first() throws Exception {
        try (TestClient client = client(false)) {
            Contract contract = client.contract();
            for (int i = 0; i < 3; i++) {
                contract.submitTransaction("put", "history", "v" + i);
            }
            assertThat(text(contract.evaluateTransaction("history", "history"))).isEqualTo("v2,v1,v0");

            for (int i = 100; i < 230; i++) {
                contract.newProposal("put")
                        .addArguments("range-" + i, "x")
                        .build()
                        .endorse()
                        .submitAsync();
            }
            contract.submitTransaction("put", "range-230", "x");
            String keys = text(contract.evaluateTransaction("range", "range-100", "range-999"));
            assertThat(keys.split(",")).hasSize(131).startsWith("range-100").endsWith("range-230");
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
