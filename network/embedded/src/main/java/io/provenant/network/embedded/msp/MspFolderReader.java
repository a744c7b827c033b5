package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;

/** Reads the public part of an MSP folder into the message that Fabric keeps in a channel's configuration. */
final class MspFolderReader {

    private MspFolderReader() {}

    static FabricMSPConfig read(String mspId, Path folder) {
        return FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addAllRootCerts(files(folder.resolve("cacerts")))
                .addAllIntermediateCerts(files(folder.resolve("intermediatecerts")))
                .addAllAdmins(files(folder.resolve("admincerts")))
                .addAllRevocationList(files(folder.resolve("crls")))
                .addAllTlsRootCerts(files(folder.resolve("tlscacerts")))
                .addAllTlsIntermediateCerts(files(folder.resolve("tlsintermediatecerts")))
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(nodeUnits(folder))
                .build();
    }

    private static FabricNodeOUs nodeUnits(Path folder) {
        Path file = folder.resolve("config.yaml");
        if (!Files.exists(file)) {
            return FabricNodeOUs.getDefaultInstance();
        }
        return NodeUnitsFile.parse(file(file).toStringUtf8(), name -> file(folder.resolve(name)));
    }

    private static List<ByteString> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .sorted()
                    .map(MspFolderReader::file)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MspException("cannot list " + folder, e);
        }
    }

    private static ByteString file(Path file) {
        try {
            return ByteString.copyFrom(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MspException("cannot read " + file, e);
        }
    }
}
