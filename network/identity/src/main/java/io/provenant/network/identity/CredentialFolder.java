package io.provenant.network.identity;

import java.nio.file.Path;
import java.time.Clock;

/** A credential on disk: {@code <name>.pem} and {@code <name>.key}, the key readable by its owner alone. */
public final class CredentialFolder {

    private CredentialFolder() {}

    public static void write(Path folder, String name, Credential credential) {
        PrivateFiles.writePublic(folder.resolve(name + ".pem"), credential.certificatePem());
        PrivateFiles.writePrivate(folder.resolve(name + ".key"), credential.privateKeyPem());
    }

    public static Credential read(Path folder, String name) {
        return Credential.parse(
                PrivateFiles.read(folder.resolve(name + ".pem")), PrivateFiles.read(folder.resolve(name + ".key")));
    }

    /** Keeps both roots of an organisation, so that {@link #readOrganisation} gives the same organisation back. */
    public static void writeOrganisation(Path folder, Organisation organisation) {
        write(folder, "ca", organisation.enrolmentAuthority().credential());
        write(folder, "tlsca", organisation.tlsAuthority().credential());
    }

    public static Organisation readOrganisation(Path folder, String mspId, String domain, Clock clock) {
        return Organisation.of(mspId, domain, read(folder, "ca"), read(folder, "tlsca"), clock);
    }
}
