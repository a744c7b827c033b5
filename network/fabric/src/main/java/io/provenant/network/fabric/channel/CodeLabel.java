package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The label of a chaincode's package: name, version and SHA-256 of the jar. Fabric's own package id covers no code that
 * runs as a service; through the label it does, and the service can refuse to start as another jar.
 */
public final class CodeLabel {

    private CodeLabel() {}

    public static String of(String name, String version, Path jar) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return name + "_" + version + "_" + HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new FabricException("cannot read the chaincode " + jar, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
