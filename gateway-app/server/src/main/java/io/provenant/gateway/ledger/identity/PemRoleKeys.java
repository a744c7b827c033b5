package io.provenant.gateway.ledger.identity;

import io.provenant.gateway.ledger.Signatory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;

/** Role certificates as {@code <people>/<alias>/<role>.pem} with an unencrypted PKCS#8 key beside each, {@code .key}. */
public final class PemRoleKeys implements RoleKeys {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]{8,32}");

    private final Path people;
    private final String mspId;

    /** The certificates in this folder, all of this MSP. */
    public PemRoleKeys(Path people, String mspId) {
        this.people = people;
        this.mspId = mspId;
    }

    @Override
    public RoleKey key(Signatory signatory) {
        String alias = signatory.alias();
        if (!ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException("alias \"" + alias + "\" is not 8 to 32 of a-z and 0-9");
        }
        Path folder = people.resolve(alias);
        String role = signatory.role().code();
        Path certificate = folder.resolve(role + ".pem");
        Path key = folder.resolve(role + ".key");
        String name = "the certificate of " + alias + " in the role " + role;
        if (!Files.exists(certificate) || !Files.exists(key)) {
            throw new RoleKeyMissingException(name + " is not there");
        }
        try {
            return new RoleKey(mspId, certificate(certificate), signer(key));
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new RoleKeyMissingException(name + " or its unencrypted PKCS#8 key cannot be read", e);
        }
    }

    private static X509Certificate certificate(Path file) throws IOException, CertificateException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return Identities.readX509Certificate(in);
        }
    }

    private static Signer signer(Path file) throws IOException, InvalidKeyException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return Signers.newPrivateKeySigner(Identities.readPrivateKey(in));
        }
    }
}
