package io.provenant.network.fabric.channel;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package of a chaincode that runs as a service: its label and nothing secret. Where the service listens differs
 * from peer to peer and comes from the peer's builder, so all organisations install equal bytes and agree on one id.
 */
public final class ChaincodePackage {

    private static final Pattern LABEL = Pattern.compile("\"label\"\\s*:\\s*\"([^\"]+)\"");

    private final String label;
    private final byte[] bytes;

    private ChaincodePackage(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /** The package of this label. */
    public static ChaincodePackage of(String label) {
        Map<String, byte[]> code = new LinkedHashMap<>();
        code.put("connection.json", utf8("{}"));
        // For those who open the package: what the label says stands inside it, too.
        CodeLabel.parse(label).digest().ifPresent(hex -> code.put("code.sha256", utf8(hex + "  chaincode.jar\n")));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata.json", utf8("{\"type\":\"ccaas\",\"label\":\"" + label + "\"}"));
        files.put("code.tar.gz", TarGz.of(code));
        return new ChaincodePackage(label, TarGz.of(files));
    }

    /** A package file that somebody made, its label as it stands inside. */
    public static ChaincodePackage read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String metadata = new String(TarGz.read(bytes, "metadata.json"), StandardCharsets.UTF_8);
            Matcher label = LABEL.matcher(metadata);
            if (!label.find()) {
                throw new FabricException(file + " names no label in its metadata.json");
            }
            return new ChaincodePackage(label.group(1), bytes);
        } catch (IOException e) {
            throw new FabricException(
                    file + " is no chaincode package: " + e.getMessage()
                            + "\nnext: make it with \"chaincode package\", or take another organisation's unchanged",
                    e);
        }
    }

    public String label() {
        return label;
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

    /** Writes it into a folder, as the file {@code <label>.tgz}. */
    public Path write(Path folder) {
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
