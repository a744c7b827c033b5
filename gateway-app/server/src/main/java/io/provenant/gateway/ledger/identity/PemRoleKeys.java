package io.provenant.gateway.ledger.identity;

import io.provenant.gateway.ledger.Signatory;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;

/** Role certificates as {@code <people>/<alias>/<role>.pem} with an unencrypted PKCS#8 key beside each, {@code .key}. */
public final class PemRoleKeys implements RoleKeys {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]{8,32}");

    private final Path people;
    private final String mspId;
    private final Map<Signatory, RoleKey> loaded = new ConcurrentHashMap<>();

    /** The certificates in this folder, all of this MSP. */
    public PemRoleKeys(Path people, String mspId) {
        this.people = people;
        this.mspId = mspId;
    }

    @Override
    public RoleKey key(Signatory signatory) {
        return loaded.computeIfAbsent(signatory, this::load);
    }

    private RoleKey load(Signatory signatory) {
        if (!ALIAS.matcher(signatory.alias()).matches()) {
            throw new IllegalArgumentException("alias \"" + signatory.alias() + "\" is not 8 to 32 of a-z and 0-9");
        }
        Path folder = people.resolve(signatory.alias());
        String role = signatory.role().code();
        Path certificate = folder.resolve(role + ".pem");
        Path key = folder.resolve(role + ".key");
        if (!Files.exists(certificate) || !Files.exists(key)) {
            throw new IllegalArgumentException("no certificate of role " + role + " in " + folder);
        }
        return new RoleKey(mspId, certificate(certificate), signer(key));
    }

    private static X509Certificate certificate(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return Identities.readX509Certificate(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate " + file, e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no X.509 certificate in " + file, e);
        }
    }

    private static Signer signer(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return Signers.newPrivateKeySigner(Identities.readPrivateKey(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file, e);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("no unencrypted PKCS#8 key in " + file, e);
        }
    }
}
