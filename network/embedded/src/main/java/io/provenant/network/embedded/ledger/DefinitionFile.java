package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.FrameFile;
import io.provenant.network.embedded.block.OwnerOnly;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;

/** Keeps the chaincode's definition from one start to the next, so that a changed one gets the next sequence. */
final class DefinitionFile {

    private static final String NAME = "definition";
    private static final String TEMPORARY = "definition.new";

    private DefinitionFile() {}

    /** The definition in force: the given one, under the sequence it had, or the next one where it differs. */
    static ChaincodeDefinition update(Path folder, ChaincodeDefinition wanted) throws IOException {
        List<ByteString> kept = new ArrayList<>();
        FrameFile.open(folder.resolve(NAME), 0, (offset, content) -> kept.add(content))
                .close();
        ChaincodeDefinition next = kept.isEmpty() ? wanted : next(kept.get(0), wanted);
        if (kept.isEmpty() || !kept.get(0).equals(bytes(next))) {
            write(folder, bytes(next));
        }
        return next;
    }

    private static ChaincodeDefinition next(ByteString kept, ChaincodeDefinition wanted) throws IOException {
        long sequence = CommitChaincodeDefinitionArgs.parseFrom(kept).getSequence();
        boolean isSame = kept.equals(bytes(wanted.withSequence(sequence)));
        return wanted.withSequence(Math.max(wanted.sequence(), isSame ? sequence : sequence + 1));
    }

    private static void write(Path folder, ByteString content) throws IOException {
        Files.deleteIfExists(folder.resolve(TEMPORARY));
        try (FrameFile file = FrameFile.open(folder.resolve(TEMPORARY), 0, (offset, frame) -> {})) {
            file.append(content);
            file.sync();
        }
        OwnerOnly.replace(folder, TEMPORARY, NAME);
    }

    private static ByteString bytes(ChaincodeDefinition definition) {
        return CommitChaincodeDefinitionArgs.newBuilder()
                .setSequence(definition.sequence())
                .setName(definition.name())
                .setVersion(definition.version())
                .setValidationParameter(definition.endorsementPolicy().toByteString())
                .setCollections(Lifecycle.collections(definition))
                .build()
                .toByteString();
    }
}
