package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.provenant.network.embedded.rwset.Sha256;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.StateValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The chain of hashes over what blocks did to the state: validation codes, final writes and the hash before. Two peers
 * with equal commit hashes hold equal states.
 */
public final class CommitHash {

    private CommitHash() {}

    public static ByteString next(ByteString previous, ByteString filter, StateUpdates updates) {
        byte[] length = new byte[CodedOutputStream.computeUInt32SizeNoTag(filter.size())];
        try {
            CodedOutputStream.newInstance(length).writeUInt32NoTag(filter.size());
            return Sha256.of(ByteString.copyFrom(length), filter, bytes(updates), previous);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    private static ByteString bytes(StateUpdates updates) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        String namespace = "";
        for (var space : updates.all().entrySet()) {
            Space where = space.getKey();
            if (where.namespace().isEmpty() || where.kind() == Space.Kind.PRIVATE) {
                continue; // the configuration's namespace is left out, and so is what only members hold
            }
            boolean isFirstOfSpace = true;
            for (var update : space.getValue().entrySet()) {
                String named = where.namespace().equals(namespace) ? "" : where.namespace();
                String collection = isFirstOfSpace ? where.collection() : "";
                message.writeByteArray(
                        1, write(named, collection, keyBytes(where, update.getKey()), update.getValue()));
                namespace = where.namespace();
                isFirstOfSpace = false;
            }
        }
        message.flush();
        return ByteString.copyFrom(bytes.toByteArray());
    }

    /** One write; namespace and collection are named by the first of each only. */
    private static byte[] write(String namespace, String collection, ByteString key, StateUpdates.Update update)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream message = CodedOutputStream.newInstance(bytes);
        ByteString value = update.value().map(StateValue::value).orElse(ByteString.EMPTY);
        writeUnlessEmpty(message, 1, ByteString.copyFromUtf8(namespace));
        writeUnlessEmpty(message, 2, ByteString.copyFromUtf8(collection));
        writeUnlessEmpty(message, 3, key);
        if (update.value().isEmpty()) {
            message.writeBool(4, true);
        }
        writeUnlessEmpty(message, 5, value);
        writeUnlessEmpty(message, 6, update.version().toBytes());
        message.flush();
        return bytes.toByteArray();
    }

    private static void writeUnlessEmpty(CodedOutputStream message, int field, ByteString bytes) throws IOException {
        if (!bytes.isEmpty()) {
            message.writeBytes(field, bytes);
        }
    }

    private static ByteString keyBytes(Space space, String key) {
        return space.kind() == Space.Kind.HASHED ? Space.hashOf(key) : ByteString.copyFromUtf8(key);
    }
}
