package io.provenant.network.embedded.deliver;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static io.provenant.network.embedded.testing.TestChannel.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestChannel;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DeliverTest {

    private static final long FAR = 1_000_000;

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls calls;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder);
        calls = running.calls(ALPHA);
        calls.commit(calls.endorsed(calls.proposal("put", "deliver", "1")));
    }

    private static SeekCalls open(boolean isFiltered) {
        return open(isFiltered, running.client(ALPHA));
    }

    private static SeekCalls open(boolean isFiltered, Credential client) {
        return SeekCalls.open(running.connection(BETA), isFiltered, ALPHA, client);
    }

    private static long height() {
        return running.node().ledger().height();
    }

    @TestFactory
    List<DynamicTest> ends_a_refused_stream_with_a_status() {
        SeekInfo all = SeekCalls.range(SeekCalls.oldest(), SeekCalls.newest());
        Instant now = Instant.now();
        Credential peer =
                running.channel().organisation(ALPHA).peer("peer9", List.of()).identity();
        Credential stranger = running.channel().client(BETA);
        Credential expired = running.channel()
                .organisation(ALPHA)
                .enrolmentAuthority()
                .issue(CertificateProfile.enrolment("x", Role.CLIENT, Validity.expired(now)));
        return List.of(
                refused("a stranger", Status.FORBIDDEN, open(false, stranger).seek(all)),
                refused(
                        "an expired client",
                        Status.FORBIDDEN,
                        open(true, expired).seek(all)),
                refused("an unknown channel", Status.NOT_FOUND, open(false).send("other", now, all)),
                refused(
                        "an old request",
                        Status.BAD_REQUEST,
                        open(false).send(NAME, now.minus(Duration.ofMinutes(16)), all)),
                refused(
                        "no start",
                        Status.BAD_REQUEST,
                        open(true)
                                .seek(SeekInfo.newBuilder()
                                        .setStop(SeekCalls.newest())
                                        .build())),
                refused(
                        "no stop",
                        Status.BAD_REQUEST,
                        open(true)
                                .seek(SeekInfo.newBuilder()
                                        .setStart(SeekCalls.oldest())
                                        .build())),
                refused(
                        "a start after the stop",
                        Status.BAD_REQUEST,
                        open(false).seek(SeekCalls.range(SeekCalls.at(1), SeekCalls.at(0)))),
                refused(
                        "a start beyond the height",
                        Status.NOT_FOUND,
                        open(false).seek(SeekCalls.range(SeekCalls.at(FAR), SeekCalls.at(FAR)))),
                refused(
                        "garbage",
                        Status.BAD_REQUEST,
                        open(false)
                                .send(Envelope.newBuilder()
                                        .setPayload(ByteString.copyFromUtf8("garbage"))
                                        .build())),
                DynamicTest.dynamicTest(
                        "a peer is a reader",
                        () -> assertThat(open(false, peer).seek(all).next().hasBlock())
                                .isTrue()));
    }

    private static DynamicTest refused(String what, Status status, SeekCalls stream) {
        return DynamicTest.dynamicTest(what, () -> {
            assertThat(stream.next().getStatus()).isEqualTo(status);
            assertThat(stream.next()).isSameAs(SeekCalls.END);
        });
    }

    @Test
    void fails_a_range_that_is_not_ready_where_the_client_wants_that() throws InterruptedException {
        SeekInfo beyond = SeekCalls.range(SeekCalls.at(height() - 1), SeekCalls.at(FAR)).toBuilder()
                .setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY)
                .build();

        SeekCalls stream = open(false).seek(beyond);

        assertThat(stream.next().hasBlock()).isTrue();
        assertThat(stream.next().getStatus()).isEqualTo(Status.NOT_FOUND);
        assertThat(stream.next()).isSameAs(SeekCalls.END);
    }

    @Test
    void serves_one_range_after_another_until_the_client_has_no_more() throws InterruptedException {
        SeekCalls stream = open(false).seek(SeekCalls.range(SeekCalls.at(0), SeekCalls.at(1)));

        assertThat(stream.next().getBlock().getHeader().getNumber()).isZero();
        assertThat(stream.next().getBlock().getHeader().getNumber()).isEqualTo(1);
        assertThat(stream.next().getStatus()).isEqualTo(Status.SUCCESS);

        stream.seek(SeekCalls.range(SeekCalls.at(1), SeekCalls.at(1)));
        assertThat(stream.next().getBlock().getHeader().getNumber()).isEqualTo(1);
        assertThat(stream.next().getStatus()).isEqualTo(Status.SUCCESS);

        stream.halfClose();
        assertThat(stream.next()).isSameAs(SeekCalls.END);
    }

    @Test
    void waits_for_the_block_that_comes_next() throws InterruptedException {
        long next = height();
        SeekCalls stream = open(true).seek(SeekCalls.range(SeekCalls.at(next), SeekCalls.at(next)));
        assertThat(stream.isQuiet()).isTrue();

        calls.commit(calls.endorsed(calls.proposal("put", "deliver", "2")));

        assertThat(stream.next().getFilteredBlock().getNumber()).isEqualTo(next);
        assertThat(stream.next().getStatus()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void leaves_values_and_event_payloads_out_of_filtered_blocks() throws InterruptedException {
        Envelope transaction = calls.endorsed(calls.proposal("event", "deliver", "payload"));
        long number = calls.commit(transaction).getBlockNumber();

        SeekCalls stream = open(true).seek(SeekCalls.range(SeekCalls.at(0), SeekCalls.at(number)));
        FilteredBlock first = stream.next().getFilteredBlock();
        FilteredBlock last = first;
        while (last.getNumber() < number) {
            last = stream.next().getFilteredBlock();
        }

        assertThat(first.getFilteredTransactions(0).getType()).isEqualTo(HeaderType.CONFIG);
        assertThat(last.getChannelId()).isEqualTo(NAME);
        FilteredTransaction filtered = last.getFilteredTransactions(0);
        assertThat(filtered.getTxid()).isEqualTo(GatewayCalls.txId(transaction));
        assertThat(filtered.getTxValidationCode()).isEqualTo(TxValidationCode.VALID);
        assertThat(filtered.getTransactionActions().getChaincodeActions(0).getChaincodeEvent())
                .isEqualTo(ChaincodeEvent.newBuilder()
                        .setChaincodeId(TestChannel.CHAINCODE)
                        .setTxId(GatewayCalls.txId(transaction))
                        .setEventName("deliver")
                        .build());
    }

    @Test
    void gives_headers_alone_where_the_client_wants_no_more() throws InterruptedException {
        SeekInfo headers = SeekCalls.range(SeekCalls.at(0), SeekCalls.at(1)).toBuilder()
                .setContentType(SeekInfo.SeekContentType.HEADER_WITH_SIG)
                .build();

        SeekCalls stream = open(false).seek(headers);

        assertThat(stream.next().getBlock().hasData()).isTrue(); // a config block is always whole
        assertThat(stream.next().getBlock().hasData()).isFalse();
    }
}
