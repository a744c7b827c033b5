package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.OrganizationUnit;

/** The ways in which a policy can name a member: by role, unit, certificate, or several of these together. */
final class Principals {

    private Principals() {}

    static boolean isMet(Msp msp, MspIdentity member, MSPPrincipal principal) throws InvalidProtocolBufferException {
        return switch (principal.getPrincipalClassification()) {
            case ROLE -> hasRole(msp, member, MSPRole.parseFrom(principal.getPrincipal()));
            case ORGANIZATION_UNIT -> isInUnit(msp, member, OrganizationUnit.parseFrom(principal.getPrincipal()));
            case IDENTITY ->
                msp.find(principal.getPrincipal())
                        .map(named -> named.certificate().equals(member.certificate()))
                        .orElse(false);
            case ANONYMITY ->
                MSPIdentityAnonymity.parseFrom(principal.getPrincipal()).getAnonymityType()
                        == MSPIdentityAnonymity.MSPIdentityAnonymityType.NOMINAL;
            case COMBINED -> meetsAll(msp, member, CombinedPrincipal.parseFrom(principal.getPrincipal()));
            case UNRECOGNIZED -> false;
        };
    }

    private static boolean hasRole(Msp msp, MspIdentity member, MSPRole role) {
        if (!role.getMspIdentifier().equals(msp.mspId())) {
            return false;
        }
        return switch (role.getRole()) {
            case MEMBER -> true;
            case ADMIN -> msp.isNamedAdmin(member) || msp.hasUnitOf(member, role.getRole());
            case CLIENT, PEER, ORDERER -> msp.hasUnitOf(member, role.getRole());
            case UNRECOGNIZED -> false;
        };
    }

    private static boolean isInUnit(Msp msp, MspIdentity member, OrganizationUnit unit) {
        return unit.getMspIdentifier().equals(msp.mspId())
                && unit.getCertifiersIdentifier().equals(chainDigest(member))
                && Certificates.units(member.certificate()).contains(unit.getOrganizationalUnitIdentifier());
    }

    private static ByteString chainDigest(MspIdentity member) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (X509Certificate issuer : member.issuers()) {
                digest.update(issuer.getEncoded());
            }
            return ByteString.copyFrom(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot digest the chain of a certificate", e);
        }
    }

    private static boolean meetsAll(Msp msp, MspIdentity member, CombinedPrincipal combined)
            throws InvalidProtocolBufferException {
        for (MSPPrincipal part : combined.getPrincipalsList()) {
            if (!isMet(msp, member, part)) {
                return false;
            }
        }
        return combined.getPrincipalsCount() > 0;
    }
}
