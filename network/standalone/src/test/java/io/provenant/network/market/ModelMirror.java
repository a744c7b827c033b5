package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.provenant.contract.CodeDigest;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.network.testing.Actor;
import io.provenant.network.wire.Prepared;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.testing.MemoryState;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Proposal;

/**
 * Runs every transaction through the model on a map of its own, beside the ledger, and compares: payload, writes, event,
 * the text of a refusal. Commands must come one after another.
 */
final class ModelMirror implements Traffic {

    private final MemoryState state = new MemoryState();
    private final Dispatcher dispatcher =
            new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), CodeDigest.ofRunningCode());
    private final SortedMap<String, Result.Success> pending = new TreeMap<>();
    private final SortedMap<String, Integer> accepted = new TreeMap<>();
    private final SortedMap<String, Integer> refused = new TreeMap<>();

    /** How often each command was accepted. */
    SortedMap<String, Integer> accepted() {
        return accepted;
    }

    /** How often each command was refused. */
    SortedMap<String, Integer> refused() {
        return refused;
    }

    @Override
    public void endorsed(Endorsed endorsed, List<String> arguments) {
        Result result = dispatcher.run(invocation(endorsed.call(), endorsed.proposed(), arguments), state);
        assertThat(result).as(endorsed.call().command()).isInstanceOf(Result.Success.class);
        Result.Success success = (Result.Success) result;
        Prepared prepared = Prepared.of(endorsed.prepared());
        assertThat(endorsed.payload()).isEqualTo(success.payload());
        assertThat(writes(prepared)).as(endorsed.call().command()).isEqualTo(publicWrites(success));
        assertThat(privateWrites(prepared)).isEqualTo(hashedWrites(success));
        assertThat(event(prepared)).isEqualTo(success.event().map(payload -> "pvn " + payload));
        pending.put(endorsed.proposed().txId(), success);
        accepted.merge(endorsed.call().command(), 1, Integer::sum);
    }

    @Override
    public void refused(Call call, Proposed proposed, List<String> arguments, Refusal refusal) {
        Result result = dispatcher.run(invocation(call, proposed, arguments), state);
        assertThat(result).as(call.command() + " " + refusal.details()).isInstanceOf(Result.Refusal.class);
        assertThat(refusal.details().get(0).getMessage())
                .isEqualTo("chaincode response 500, " + ((Result.Refusal) result).message());
        refused.merge(call.command(), 1, Integer::sum);
    }

    @Override
    public void committed(Endorsed endorsed) {
        String txId = endorsed.proposed().txId();
        state.commit(Objects.requireNonNull(pending.remove(txId), "committed twice"));
    }

    private static Invocation invocation(Call call, Proposed proposed, List<String> arguments) {
        Actor sender = call.sender();
        Invoker invoker = new Invoker(
                sender.mspId(), Optional.of(sender.party()), Optional.of(sender.role()), Optional.of(sender.person()));
        return new Invocation(
                proposed.channel(),
                proposed.txId(),
                millis(proposed),
                invoker,
                arguments.get(0),
                arguments.get(1),
                call.document());
    }

    private static long millis(Proposed proposed) {
        Proposal proposal = Prepared.parse(Proposal.parser(), proposed.signed().getProposalBytes());
        Header header = Prepared.parse(Header.parser(), proposal.getHeader());
        Timestamp made = Prepared.parse(ChannelHeader.parser(), header.getChannelHeader())
                .getTimestamp();
        return made.getSeconds() * 1000 + made.getNanos() / 1_000_000;
    }

    private static List<String> writes(Prepared prepared) {
        List<String> writes = new ArrayList<>();
        for (NsReadWriteSet space : prepared.spaces()) {
            for (KVWrite write :
                    Prepared.parse(KVRWSet.parser(), space.getRwset()).getWritesList()) {
                writes.add(
                        write.getIsDelete()
                                ? "delete " + write.getKey()
                                : "put " + write.getKey() + " "
                                        + write.getValue().toStringUtf8());
            }
        }
        return writes;
    }

    private static List<String> publicWrites(Result.Success success) {
        List<String> writes = new ArrayList<>();
        for (Write write : success.writes()) {
            if (write instanceof Write.Put put) {
                writes.add("put " + put.key() + " " + put.value());
            } else if (write instanceof Write.Delete delete) {
                writes.add("delete " + delete.key());
            }
        }
        return writes;
    }

    private static List<String> privateWrites(Prepared prepared) {
        List<String> writes = new ArrayList<>();
        for (NsReadWriteSet space : prepared.spaces()) {
            for (CollectionHashedReadWriteSet collection : space.getCollectionHashedRwsetList()) {
                Prepared.parse(HashedRWSet.parser(), collection.getHashedRwset())
                        .getHashedWritesList()
                        .forEach(write -> writes.add(
                                text(collection.getCollectionName(), write.getKeyHash(), write.getValueHash())));
            }
        }
        return writes;
    }

    private static List<String> hashedWrites(Result.Success success) {
        TestDigests digests = new TestDigests();
        List<String> writes = new ArrayList<>();
        for (Write write : success.writes()) {
            if (write instanceof Write.PutPrivate put) {
                writes.add(text(
                        put.collection(),
                        ByteString.copyFrom(digests.sha256(
                                ByteString.copyFromUtf8(put.key()).toByteArray())),
                        ByteString.copyFrom(digests.sha256(
                                ByteString.copyFromUtf8(put.value()).toByteArray()))));
            }
        }
        return writes;
    }

    private static String text(String collection, ByteString key, ByteString value) {
        return collection + " " + hex(key) + " " + hex(value);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Optional<String> event(Prepared prepared) {
        ByteString bytes = prepared.action().getEvents();
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        ChaincodeEvent event = Prepared.parse(ChaincodeEvent.parser(), bytes);
        return Optional.of(event.getEventName() + " " + event.getPayload().toStringUtf8());
    }
}
