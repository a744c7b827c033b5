package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import java.util.List;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeEndorsementInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;
import org.hyperledger.fabric.protos.peer.lifecycle.StateMetadata;

/**
 * The chaincode's definition as the state keeps it. Every transaction reads its sequence, so that another definition
 * invalidates what was endorsed under this one; whoever asks for a collection reads all of it. No block wrote it here:
 * its version is that of block 0, at the place of its sequence.
 */
final class Lifecycle {

    static final String NAMESPACE = "_lifecycle";
    static final Space SPACE = Space.ofPublic(NAMESPACE);

    private static final List<String> FIELDS = List.of("Sequence", "EndorsementInfo", "ValidationInfo", "Collections");

    private final ChaincodeDefinition definition;

    Lifecycle(ChaincodeDefinition definition) {
        this.definition = definition;
    }

    /** The key that every transaction reads. */
    String sequenceKey() {
        return fieldKey("Sequence");
    }

    /** The keys that are read where a collection is asked for. */
    List<String> allKeys() {
        return List.of(
                metadataKey(),
                sequenceKey(),
                fieldKey("EndorsementInfo"),
                fieldKey("ValidationInfo"),
                fieldKey("Collections"));
    }

    void addTo(StateUpdates updates) {
        put(updates, metadataKey(), metadata());
        put(updates, sequenceKey(), field(StateData.newBuilder().setInt64(definition.sequence())));
        put(updates, fieldKey("EndorsementInfo"), bytes(endorsementInfo()));
        put(updates, fieldKey("ValidationInfo"), bytes(validationInfo()));
        put(updates, fieldKey("Collections"), bytes(collections(definition).toByteString()));
    }

    static CollectionConfigPackage collections(ChaincodeDefinition definition) {
        CollectionConfigPackage.Builder collections = CollectionConfigPackage.newBuilder();
        definition
                .collections()
                .forEach(collection ->
                        collections.addConfig(CollectionConfig.newBuilder().setStaticCollectionConfig(collection)));
        return collections.build();
    }

    private void put(StateUpdates updates, String key, ByteString value) {
        Version version = new Version(0, definition.sequence());
        updates.put(SPACE, key, value, ByteString.EMPTY, version);
    }

    private String metadataKey() {
        return "namespaces/metadata/" + definition.name();
    }

    private String fieldKey(String field) {
        return "namespaces/fields/" + definition.name() + "/" + field;
    }

    private static ByteString metadata() {
        return StateMetadata.newBuilder()
                .setDatatype("ChaincodeDefinition")
                .addAllFields(FIELDS)
                .build()
                .toByteString();
    }

    private ByteString endorsementInfo() {
        return ChaincodeEndorsementInfo.newBuilder()
                .setVersion(definition.version())
                .setEndorsementPlugin("escc")
                .build()
                .toByteString();
    }

    private ByteString validationInfo() {
        return ChaincodeValidationInfo.newBuilder()
                .setValidationPlugin("vscc")
                .setValidationParameter(definition.endorsementPolicy().toByteString())
                .build()
                .toByteString();
    }

    private static ByteString bytes(ByteString value) {
        return field(StateData.newBuilder().setBytes(value));
    }

    private static ByteString field(StateData.Builder data) {
        return data.build().toByteString();
    }
}
