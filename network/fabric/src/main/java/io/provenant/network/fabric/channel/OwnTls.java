package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The TLS of a node with itself: it trusts the authority in its TLS folder and nobody else, and shows the certificate there. */
final class OwnTls {

    private OwnTls() {}

    static SSLContext of(Path folder) {
        char[] password = new char[0]; // of a key store that exists in memory only
        try {
            Certificate authority = certificate(folder.resolve("ca.crt"));
            Credential own = Credential.parse(
                    Files.readString(folder.resolve("server.crt")), Files.readString(folder.resolve("server.key")));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority);
            store.setKeyEntry("own", own.privateKey(), password, new Certificate[] {own.certificate(), authority});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new FabricException("cannot use the TLS credential in " + folder, e);
        }
    }

    private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
