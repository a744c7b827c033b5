package io.provenant.network.embedded.order;

import static io.provenant.network.embedded.testing.TestChannel.ALPHA;
import static io.provenant.network.embedded.testing.TestChannel.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.testing.GatewayCalls;
import io.provenant.network.embedded.testing.RunningNode;
import io.provenant.network.embedded.testing.TestProposal;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer of the channel who signs whatever he likes: it may be ordered, but it is never valid and stops nobody. */
class HostileTransactionsTest {

    private static final long SEED = 20_261_126;
    private static final int MUTATIONS = 60;

    @TempDir
    static Path folder;

    @AutoClose
    static RunningNode running;

    static GatewayCalls calls;
    static Credential writer;

    @BeforeAll
    static void start() throws IOException {
        running = RunningNode.start(folder);
        calls = running.calls(ALPHA);
        writer = running.client(ALPHA);
    }

    @Test
    void orders_what_is_signed_by_a_writer_and_never_takes_it_for_valid() throws Exception {
        List<Payload> hostile = new ArrayList<>();
        hostile.add(good().toBuilder().clearData().build());
        hostile.add(
                good().toBuilder().setData(ByteString.copyFromUtf8("garbage")).build());
        hostile.add(withType(good(), HeaderType.MESSAGE_VALUE));
        hostile.add(withType(good(), HeaderType.DELIVER_SEEK_INFO_VALUE));
        hostile.add(withType(good(), 99));
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            Payload good = good();
            hostile.add(
                    good.toBuilder().setData(mutated(good.getData(), random)).build());
        }

        long before = running.node().ledger().height();
        int ordered = 0;
        for (Payload payload : hostile) {
            calls.submit(TestProposal.sign(
                    Envelope.newBuilder().setPayload(payload.toByteString()).build(), writer));
            ordered++;
        }
        int expected = ordered;
        Awaitility.await().until(() -> codesFrom(before).size() == expected);

        assertThat(codesFrom(before)).as("seed %d", SEED).doesNotContain((byte) TxValidationCode.VALID_VALUE);
        assertThat(calls.commit(calls.endorsed(calls.proposal("put", "after", "v")))
                        .getResult())
                .isEqualTo(TxValidationCode.VALID);
    }

    /** What would be valid, with as many endorsements as are needed and an id of its own. */
    private static Payload good() throws InvalidProtocolBufferException {
        return Payload.parseFrom(
                calls.endorsed(calls.proposal("put", "k", "v"), ALPHA, BETA).getPayload());
    }

    private static Payload withType(Payload payload, int type) throws InvalidProtocolBufferException {
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        return payload.toBuilder()
                .setHeader(payload.getHeader().toBuilder()
                        .setChannelHeader(
                                header.toBuilder().setType(type).build().toByteString()))
                .build();
    }

    /** One byte another. */
    private static ByteString mutated(ByteString data, Random random) {
        byte[] bytes = data.toByteArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        return ByteString.copyFrom(bytes);
    }

    private static List<Byte> codesFrom(long number) {
        List<Byte> codes = new ArrayList<>();
        for (long i = number; i < running.node().ledger().height(); i++) {
            for (byte code : running.node()
                    .ledger()
                    .block(i)
                    .getMetadata()
                    .getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE)) {
                codes.add(code);
            }
        }
        return codes;
    }
}
