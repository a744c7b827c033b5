package io.provenant.network.embedded.chaincode;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peer's side of the stream, message by message. */
class ChaincodeStreamTest {

    @TempDir
    static Path folder;

    static ScriptedChaincode chaincode = new ScriptedChaincode("scripted:1");
    static EmbeddedNode node;
    static ManagedChannel connection;
    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        TestChannel channel = TestChannel.create(folder);
        Map<String, BindableService> chaincodes = new TreeMap<>(Map.of(ALPHA, chaincode));
        node = EmbeddedNode.start(channel.settings().withExecuteTimeout(Duration.ofSeconds(3)), chaincodes);
        connection = InProcessChannelBuilder.forName(node.inProcess(ALPHA)).build();
        Credential client = channel.client(ALPHA);
        calls = new GatewayCalls(connection, ALPHA, client);
    }

    @AfterAll
    static void stop() {
        connection.shutdownNow();
        node.close();
    }

    private static CompletableFuture<ProposalResponse> propose() {
        SignedProposal proposal = calls.proposal("anything").signed();
        return CompletableFuture.supplyAsync(
                () -> EndorserGrpc.newBlockingStub(connection).processProposal(proposal));
    }

    private static String message(CompletableFuture<ProposalResponse> response) {
        return response.join().getResponse().getMessage();
    }

    @Test
    void shakes_hands_before_the_first_transaction_of_a_stream() throws Exception {
        node.stopPeer(ALPHA);
        node.startPeer(ALPHA);
        CompletableFuture<ProposalResponse> response = propose();

        chaincode.next(ChaincodeMessage.Type.REGISTERED);
        assertThat(chaincode.next().getType()).isEqualTo(ChaincodeMessage.Type.READY);
        ChaincodeMessage transaction = chaincode.next();
        assertThat(transaction.getType()).isEqualTo(ChaincodeMessage.Type.TRANSACTION);
        assertThat(transaction.getChannelId()).isEqualTo(TestChannel.NAME);
        chaincode.send(ScriptedChaincode.completed(transaction, 200, ""));

        assertThat(response.join().hasEndorsement()).isTrue();
    }

    @Test
    void endorses_from_200_to_399_only() throws Exception {
        for (int status : new int[] {200, 300, 399, 400, 499, 500}) {
            CompletableFuture<ProposalResponse> response = propose();
            chaincode.send(
                    ScriptedChaincode.completed(chaincode.next(ChaincodeMessage.Type.TRANSACTION), status, "why"));

            assertThat(response.join().hasEndorsement()).isEqualTo(status < 400);
            assertThat(response.join().getPayload().isEmpty()).isEqualTo(status >= 400 && status < 500);
            assertThat(message(response)).isEqualTo("why");
        }
    }

    @Test
    void answers_each_request_of_a_transaction_and_nothing_about_another() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        ChaincodeMessage transaction = chaincode.next(ChaincodeMessage.Type.TRANSACTION);

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.GET_STATE)
                .setPayload(GetState.newBuilder().setKey("absent").build().toByteString())
                .build());
        assertThat(chaincode.next())
                .isEqualTo(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.RESPONSE)
                        .build());

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.GET_STATE)
                .setTxid("another")
                .build());
        assertThat(chaincode.next().getPayload().toStringUtf8())
                .isEqualTo("GET_STATE failed: transaction ID: another: no ledger context");

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.QUERY_STATE_NEXT)
                .setPayload(QueryStateNext.newBuilder().setId("none").build().toByteString())
                .build());
        assertThat(chaincode.next().getPayload().toStringUtf8())
                .isEqualTo("QUERY_STATE_NEXT failed: transaction ID: " + transaction.getTxid()
                        + ": query iterator not found");

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.PUT_STATE)
                .setPayload(ByteString.copyFromUtf8("garbage"))
                .build());
        assertThat(chaincode.next().getPayload().toStringUtf8()).contains("unmarshal failed");

        chaincode.send(ScriptedChaincode.completed(transaction, 200, ""));
        assertThat(response.join().hasEndorsement()).isTrue();
    }

    @Test
    void says_under_whose_name_an_event_was_set() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        ChaincodeMessage transaction = chaincode.next(ChaincodeMessage.Type.TRANSACTION);
        chaincode.send(ScriptedChaincode.completed(transaction, 200, "").toBuilder()
                .setChaincodeEvent(ChaincodeEvent.newBuilder()
                        .setChaincodeId("liar")
                        .setTxId("lie")
                        .setEventName("event"))
                .build());

        ChaincodeAction action = ChaincodeAction.parseFrom(
                ProposalResponsePayload.parseFrom(response.join().getPayload()).getExtension());
        assertThat(ChaincodeEvent.parseFrom(action.getEvents()))
                .isEqualTo(ChaincodeEvent.newBuilder()
                        .setChaincodeId(TestChannel.CHAINCODE)
                        .setTxId(transaction.getTxid())
                        .setEventName("event")
                        .build());
    }

    @Test
    void gives_up_what_runs_when_the_stream_breaks_and_opens_another_for_the_next() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        ChaincodeMessage transaction = chaincode.next(ChaincodeMessage.Type.TRANSACTION);
        chaincode.breakOff();

        assertThat(message(response))
                .isEqualTo("error in simulation: failed to execute transaction " + transaction.getTxid()
                        + ": error sending: chaincode stream terminated");
        CompletableFuture<ProposalResponse> next = propose();
        chaincode.send(ScriptedChaincode.completed(chaincode.next(ChaincodeMessage.Type.TRANSACTION), 200, ""));
        assertThat(next.join().hasEndorsement()).isTrue();
    }

    @Test
    void hears_nothing_more_about_a_transaction_that_took_too_long() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        ChaincodeMessage transaction = chaincode.next(ChaincodeMessage.Type.TRANSACTION);
        assertThat(message(response)).endsWith("timeout expired while executing transaction");

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.PUT_STATE)
                .setPayload(PutState.newBuilder().setKey("late").build().toByteString())
                .build());
        assertThat(chaincode.next().getPayload().toStringUtf8()).endsWith("no ledger context");
        chaincode.send(ScriptedChaincode.completed(transaction, 200, "late"));

        CompletableFuture<ProposalResponse> next = propose();
        chaincode.send(ScriptedChaincode.completed(chaincode.next(ChaincodeMessage.Type.TRANSACTION), 200, "in time"));
        assertThat(message(next)).isEqualTo("in time");
    }

    @Test
    void ends_the_stream_of_a_chaincode_that_breaks_the_protocol() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        chaincode.next(ChaincodeMessage.Type.TRANSACTION);

        chaincode.register();

        assertThat(message(response)).endsWith("chaincode stream terminated");
        assertThat(chaincode.next().getPayload().toStringUtf8()).isEqualTo("ended");
    }

    @Test
    void gives_up_a_service_that_does_not_register() throws Exception {
        node.stopPeer(ALPHA);
        node.startPeer(ALPHA);
        chaincode.beSilent(true);

        assertThat(message(propose()))
                .matches("error in simulation: failed to execute transaction [0-9a-f]{64}: could not launch chaincode"
                        + " probe_1\\.0: timeout expired while starting chaincode probe_1\\.0 for transaction");

        chaincode.beSilent(false);
        CompletableFuture<ProposalResponse> next = propose();
        chaincode.send(ScriptedChaincode.completed(chaincode.next(ChaincodeMessage.Type.TRANSACTION), 200, ""));
        assertThat(next.join().hasEndorsement()).isTrue();
    }

    @Test
    void refuses_pages_which_are_out_of_its_scope() throws Exception {
        CompletableFuture<ProposalResponse> response = propose();
        ChaincodeMessage transaction = chaincode.next(ChaincodeMessage.Type.TRANSACTION);

        chaincode.send(ScriptedChaincode.about(transaction, ChaincodeMessage.Type.GET_STATE_BY_RANGE)
                .setPayload(GetStateByRange.newBuilder()
                        .setStartKey("a")
                        .setMetadata(QueryMetadata.newBuilder()
                                .setPageSize(10)
                                .build()
                                .toByteString())
                        .build()
                        .toByteString())
                .build());

        assertThat(chaincode.next().getType()).isEqualTo(ChaincodeMessage.Type.ERROR);
        chaincode.send(ScriptedChaincode.completed(transaction, 200, ""));
        assertThat(response.join().hasEndorsement()).isTrue();
    }
}
