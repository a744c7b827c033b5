package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label of a chaincode's package: name, version and SHA-256 of the jar. Fabric's own package id covers no code that
 * runs as a service; through the label it does, and the service can refuse to start as another jar.
 *
 * @param digest empty where the label names no jar
 */
public record CodeLabel(String name, String version, Optional<String> digest) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]+)_([A-Za-z0-9.+-]+)(?:_([0-9a-f]{64}))?");

    /** The label for a jar. */
    public static CodeLabel of(String name, String version, Path jar) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                Files.copy(jar, into);
            }
            return parse(name + "_" + version + "_" + HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new FabricException("cannot read the chaincode " + jar, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads a label, or refuses it. */
    public static CodeLabel parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a label is <name>_<version> or <name>_<version>_<sha256 of the jar>, not \"" + text + "\"");
        }
        return new CodeLabel(parts.group(1), parts.group(2), Optional.ofNullable(parts.group(3)));
    }

    /** As it stands in the package. */
    public String text() {
        return name + "_" + version + digest.map(hex -> "_" + hex).orElse("");
    }
}
