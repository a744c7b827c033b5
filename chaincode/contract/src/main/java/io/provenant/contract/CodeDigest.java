package io.provenant.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which code runs here: SHA-256 of the jar that this class was loaded from, and the digest that the package's label
 * promises. It finds mistakes, not malice: a jar can say of itself what it likes.
 */
public final class CodeDigest {

    /** What runs from class files, not from a package. */
    public static final String NOT_PACKAGED = "0".repeat(64);

    private static final Pattern LABEL = Pattern.compile("provenant_[A-Za-z0-9.-]+_([0-9a-f]{64}):[0-9a-f]{64}");

    private CodeDigest() {}

    /** The digest of the running jar, 64 hex digits; zeros where the class was loaded from a folder. */
    public static String ofRunningCode() {
        try {
            Path source = Path.of(CodeDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(source) ? of(source) : NOT_PACKAGED;
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the running jar cannot be read", e);
        }
    }

    /** SHA-256 of a jar, 64 hex digits. */
    public static String of(Path jar) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(jar, into);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    // The platform's own and piece by piece: the jar is large, and every start of the service waits for this.
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Refuses to go on when the package of this id was made from another jar. */
    public static void requireMatch(String packageId, String running) {
        Matcher label = LABEL.matcher(packageId);
        if (!label.matches()) {
            throw new IllegalStateException(
                    "package id '" + packageId
                            + "' has no label provenant_<version>_<sha256 of chaincode.jar>: install the package made for this jar");
        }
        if (!label.group(1).equals(running)) {
            throw new IllegalStateException("the package was made from chaincode.jar " + label.group(1)
                    + ", this one is " + running + ": start the jar that was packaged, or install its package");
        }
    }
}
