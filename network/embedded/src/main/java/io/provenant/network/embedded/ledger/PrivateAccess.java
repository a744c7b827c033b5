package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.rwset.Sha256;
import io.provenant.network.embedded.state.SortedTree;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.WorldState;
import io.provenant.network.embedded.validation.CollectionRule;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;

/**
 * Collections as the peer of one organisation sees them: hashes of all, values of its own organisation's only. Rights
 * are the proposal creator's.
 */
final class PrivateAccess {

    private final SimulationView view;
    private final SimulationRequest request;
    private final Consumer<String> definitionReader;
    private final String namespace;
    private final WorldState state;

    PrivateAccess(SimulationView view, SimulationRequest request, Consumer<String> definitionReader) {
        this.view = view;
        this.request = request;
        this.definitionReader = definitionReader;
        this.namespace = view.rules().name();
        this.state = view.state();
    }

    void checkRead(String collection) {
        checkReadPermission(collection);
        checkExists(collection);
    }

    void checkReadPermission(String collection) {
        checkPermission(collection, "read", rule -> rule.isReadByMembersOnly());
    }

    void checkWrite(String collection) {
        checkPermission(collection, "write", rule -> rule.isWrittenByMembersOnly());
        checkExists(collection);
    }

    void checkExists(String collection) {
        readDefinition();
        if (view.rules().collection(collection).isEmpty()) {
            throw new LedgerException("collection [" + collection
                    + "] not defined in the collection config for chaincode [" + namespace + "]");
        }
    }

    /** The value, where this peer's organisation keeps the collection and has what the hash stands for. */
    Optional<StateValue> value(String collection, String key) {
        Optional<StateValue> hash = hash(collection, key);
        Optional<StateValue> value = kept(collection).flatMap(space -> state.get(space, key));
        boolean isBoth = hash.isPresent() && value.isPresent();
        if (hash.isPresent() != value.isPresent()
                || (isBoth && !Sha256.of(value.get().value()).equals(hash.get().value()))) {
            throw new LedgerException("private data matching public hash version is not available. Public hash version"
                    + " = " + version(hash) + ", Private data version = " + version(value));
        }
        return hash.flatMap(
                found -> value.map(present -> new StateValue(present.value(), found.metadata(), found.version())));
    }

    Optional<StateValue> hash(String collection, String key) {
        return state.get(Space.ofHashes(namespace, collection), Space.keyOf(Sha256.ofKey(key)));
    }

    ByteString metadata(String collection, String key) {
        return hash(collection, key).map(StateValue::metadata).orElse(ByteString.EMPTY);
    }

    Iterator<KV> range(String collection, String from, String to) {
        Iterator<SortedTree.Entry> entries =
                kept(collection).map(space -> state.range(space, from, to)).orElse(Collections.emptyIterator());
        Stream<SortedTree.Entry> stream =
                StreamSupport.stream(((Iterable<SortedTree.Entry>) () -> entries).spliterator(), false);
        return stream.map(entry -> RangeSource.result(namespace, entry)).iterator();
    }

    private Optional<Space> kept(String collection) {
        return view.rules()
                .collection(collection)
                .filter(rule -> rule.keepers().contains(request.peerMspId()))
                .map(rule -> Space.ofPrivate(namespace, collection));
    }

    private void checkPermission(
            String collection, String right, java.util.function.Predicate<CollectionRule> isForMembersOnly) {
        readDefinition();
        if (CollectionRule.isImplicit(collection)) {
            return;
        }
        CollectionRule rule = view.rules()
                .collection(collection)
                .orElseThrow(() -> new LedgerException(
                        "collection " + view.channelId() + "/" + namespace + "/" + collection + " could not be found"));
        if (isForMembersOnly.test(rule) && !view.rules().isMember(rule, request.creator())) {
            throw new LedgerException("tx creator does not have " + right + " access permission on privatedata in"
                    + " chaincodeName:" + namespace + " collectionName: " + collection);
        }
    }

    private void readDefinition() {
        view.lifecycle().allKeys().forEach(definitionReader);
    }

    private static String version(Optional<StateValue> value) {
        return value.map(present -> present.version().toString()).orElse("<nil>");
    }
}
