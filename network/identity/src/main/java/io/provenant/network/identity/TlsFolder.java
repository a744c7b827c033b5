package io.provenant.network.identity;

import java.nio.file.Path;

/** The three files of a TLS endpoint: {@code server.crt}, {@code server.key} (owner only) and {@code ca.crt}. */
public final class TlsFolder {

    private TlsFolder() {}

    public static void write(Path folder, Credential credential, CertificateAuthority authority) {
        PrivateFiles.writePublic(folder.resolve("server.crt"), credential.certificatePem());
        PrivateFiles.writePrivate(folder.resolve("server.key"), credential.privateKeyPem());
        PrivateFiles.writePublic(folder.resolve("ca.crt"), authority.certificatePem());
    }
}
