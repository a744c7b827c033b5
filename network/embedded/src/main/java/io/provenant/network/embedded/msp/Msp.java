package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * An organisation as Fabric knows it: the roots, intermediates, revocation lists, named admins and node units by which
 * its members are told from everybody else. Judges as an MSP of version 1.4.3 does (channel capability {@code V1_4_3}
 * up to {@code V2_0}).
 */
public final class Msp {

    private static final int REMEMBERED = 5000;

    private final FabricMSPConfig configuration;
    private final CertificateChains chains;
    private final RevocationLists revocationLists;
    private final List<X509Certificate> admins;
    private final NodeUnits nodeUnits;
    private final RecentSignatures signatures = new RecentSignatures(REMEMBERED);

    private Msp(FabricMSPConfig configuration) {
        this.configuration = configuration;
        this.chains = new CertificateChains(
                certificates("a root of " + configuration.getName(), configuration.getRootCertsList()),
                certificates(
                        "an intermediate of " + configuration.getName(), configuration.getIntermediateCertsList()));
        this.revocationLists = new RevocationLists(revocationLists(configuration));
        this.admins = certificates("an admin of " + configuration.getName(), configuration.getAdminsList());
        this.nodeUnits = NodeUnits.of(configuration.getFabricNodeOus());
    }

    /** An organisation from the message that a channel's configuration keeps of it. */
    public static Msp of(FabricMSPConfig configuration) {
        if (configuration.getName().isEmpty() || configuration.getRootCertsCount() == 0) {
            throw new MspException("an MSP needs a name and a root, found name \"" + configuration.getName() + "\" and "
                    + configuration.getRootCertsCount() + " roots");
        }
        return new Msp(configuration);
    }

    /** An organisation from the folder that Fabric's programs are given: {@code cacerts}, {@code config.yaml}, ... */
    public static Msp load(String mspId, Path folder) {
        return of(MspFolderReader.read(mspId, folder));
    }

    public String mspId() {
        return configuration.getName();
    }

    /** What a channel's configuration keeps of this organisation. */
    public FabricMSPConfig configuration() {
        return configuration;
    }

    /**
     * The member behind a serialized identity; empty for another organisation's, for an authority's or a foreign
     * certificate, for a revoked one, and for one without exactly one node unit where units are enforced.
     */
    public Optional<MspIdentity> find(ByteString serializedIdentity) {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(serializedIdentity);
            return identity.getMspid().equals(mspId())
                    ? Certificates.find(identity.getIdBytes()).flatMap(found -> member(serializedIdentity, found))
                    : Optional.empty();
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** Whether an authority of this organisation issued the certificate, which may be revoked, roleless or its own. */
    boolean hasIssued(ByteString serializedIdentity) {
        try {
            ByteString certificate =
                    SerializedIdentity.parseFrom(serializedIdentity).getIdBytes();
            return Certificates.find(certificate)
                    .filter(found -> !chains.issuers(found).isEmpty())
                    .isPresent();
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private Optional<MspIdentity> member(ByteString serialized, X509Certificate certificate) {
        if (Certificates.isAuthority(certificate)) {
            return Optional.empty();
        }
        List<X509Certificate> issuers = chains.issuers(certificate);
        boolean isMember = !issuers.isEmpty()
                && !revocationLists.revokes(certificate, issuers.get(0))
                && nodeUnits.admits(Certificates.units(certificate), issuers.get(0));
        return isMember ? Optional.of(new MspIdentity(this, serialized, certificate, issuers)) : Optional.empty();
    }

    boolean isNamedAdmin(MspIdentity member) {
        return admins.contains(member.certificate());
    }

    RecentSignatures signatures() {
        return signatures;
    }

    boolean hasUnitOf(MspIdentity member, MSPRoleType role) {
        return nodeUnits.hasRole(Certificates.units(member.certificate()), role);
    }

    private static List<X509Certificate> certificates(String what, List<ByteString> pems) {
        return pems.stream().map(pem -> Certificates.require(what, pem)).toList();
    }

    private static List<X509CRL> revocationLists(FabricMSPConfig configuration) {
        String what = "a revocation list of " + configuration.getName();
        return configuration.getRevocationListList().stream()
                .map(pem -> Certificates.requireRevocationList(what, pem))
                .toList();
    }
}
