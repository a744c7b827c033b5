package io.provenant.network.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder form of an MSP that Fabric's programs load: roots, intermediates, revocation lists, {@code config.yaml}
 * with node OUs, and, where somebody signs with it, one certificate and its key.
 */
public final class MspFolder {

    private final Organisation organisation;
    private final List<CertificateAuthority> intermediates = new ArrayList<>();
    private final List<String> revocationLists = new ArrayList<>();

    private MspFolder(Organisation organisation) {
        this.organisation = organisation;
    }

    public static MspFolder of(Organisation organisation) {
        return new MspFolder(organisation);
    }

    public MspFolder withIntermediate(CertificateAuthority intermediate) {
        intermediates.add(intermediate);
        return this;
    }

    /** Adds a revocation list in PEM, as {@link CertificateAuthority#revoke} gives it. */
    public MspFolder withRevocationList(String pem) {
        revocationLists.add(pem);
        return this;
    }

    /** Writes what is needed to verify the organisation's members; no key. */
    public void write(Path folder) {
        PrivateFiles.writePublic(
                folder.resolve("cacerts/ca.pem"),
                organisation.enrolmentAuthority().certificatePem());
        PrivateFiles.writePublic(
                folder.resolve("tlscacerts/tlsca.pem"),
                organisation.tlsAuthority().certificatePem());
        for (int i = 0; i < intermediates.size(); i++) {
            Path file = folder.resolve("intermediatecerts/ca-" + i + ".pem");
            PrivateFiles.writePublic(file, intermediates.get(i).certificatePem());
        }
        for (int i = 0; i < revocationLists.size(); i++) {
            PrivateFiles.writePublic(folder.resolve("crls/crl-" + i + ".pem"), revocationLists.get(i));
        }
        PrivateFiles.writePublic(folder.resolve("config.yaml"), nodeUnits());
    }

    /** Writes the same and the signer's certificate and key, the key readable by its owner alone. */
    public void write(Path folder, Credential signer) {
        write(folder);
        PrivateFiles.writePublic(folder.resolve("signcerts/cert.pem"), signer.certificatePem());
        PrivateFiles.writePrivate(folder.resolve("keystore/priv_sk"), signer.privateKeyPem());
    }

    private static String nodeUnits() {
        StringBuilder yaml = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (Role role : Role.values()) {
            String unit = role.organizationalUnit();
            String name = Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
            yaml.append("  ").append(name).append("OUIdentifier:\n    OrganizationalUnitIdentifier: ");
            yaml.append(unit).append('\n');
        }
        return yaml.toString();
    }
}
