package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The package of a chaincode that runs as a service: its label and nothing secret. Where the service listens differs
 * from peer to peer and comes from the peer's builder, so all organisations install equal bytes and agree on one id.
 */
public final class ChaincodePackage {

    private final String label;
    private final byte[] bytes;

    private ChaincodePackage(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    public static ChaincodePackage of(ChaincodeSettings chaincode) {
        Map<String, byte[]> code = new LinkedHashMap<>();
        code.put("connection.json", utf8("{}"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata.json", utf8("{\"type\":\"ccaas\",\"label\":\"" + chaincode.label() + "\"}"));
        files.put("code.tar.gz", TarGz.of(code));
        return new ChaincodePackage(chaincode.label(), TarGz.of(files));
    }

    /** The id that peers give it: label and digest. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return label + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(label + ".tgz"), bytes);
        } catch (IOException e) {
            throw new FabricException("cannot write the package of " + label + " to " + folder, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
