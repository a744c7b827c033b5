package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.SigningIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Reads the signer of an MSP folder: one certificate in {@code signcerts}, its PKCS#8 key in {@code keystore}. */
public final class SignerFolder {

    private SignerFolder() {}

    /** The identity of the folder's signer; a key that does not belong to the certificate is refused. */
    public static SigningIdentity load(String mspId, Path folder) {
        byte[] pem = onlyFile(folder.resolve("signcerts"));
        X509Certificate certificate = Certificates.require("the signer of " + mspId, ByteString.copyFrom(pem));
        PrivateKey key = privateKey(folder.resolve("keystore"));
        SigningIdentity identity = KeyIdentity.of(mspId, new String(pem, StandardCharsets.US_ASCII), key);
        ByteString probe = identity.serialized();
        if (!EcdsaVerifier.of(certificate.getPublicKey()).isValid(probe, identity.sign(probe))) {
            throw new MspException("the key in " + folder.resolve("keystore") + " is not the one of the certificate in "
                    + folder.resolve("signcerts"));
        }
        return identity;
    }

    private static PrivateKey privateKey(Path keystore) {
        String pem = new String(onlyFile(keystore), StandardCharsets.US_ASCII);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int until = pem.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || until < from) {
            throw new MspException(keystore + " must hold a PKCS#8 private key in PEM");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), until));
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new MspException("cannot read the private key in " + keystore, e);
        }
    }

    private static byte[] onlyFile(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile).toList();
            if (files.size() != 1) {
                throw new MspException(folder + " must hold one file, found " + files.size());
            }
            return Files.readAllBytes(files.get(0));
        } catch (IOException e) {
            throw new MspException("cannot read " + folder, e);
        }
    }
}
