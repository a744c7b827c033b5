package io.provenant.proof.trust;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** The certificate authorities of an organisation, and what they revoked, as PEM texts. */
public record TrustedOrganisation(String mspId, List<String> roots, List<String> intermediates, List<String> crls) {

    /** Refuses PEM texts that cannot be read, no root at all, and a revocation list of somebody else. */
    public TrustedOrganisation {
        roots = List.copyOf(roots);
        intermediates = List.copyOf(intermediates);
        crls = List.copyOf(crls);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("organisation without a root: " + mspId);
        }
        List<X509Certificate> authorities = Stream.concat(roots.stream(), intermediates.stream())
                .map(PemCertificates::certificate)
                .toList();
        for (String crl : crls) {
            requireIssuer(mspId, PemCertificates.revocationList(crl), authorities);
        }
    }

    static TrustedOrganisation parse(JsonObject json) {
        ProofFile.members("organisation", json, List.of("mspId", "roots", "intermediates", "crls"), List.of());
        return new TrustedOrganisation(
                json.text("mspId"), json.texts("roots"), json.texts("intermediates"), json.texts("crls"));
    }

    JsonObject toJson() {
        return JsonObject.empty()
                .with("mspId", mspId)
                .withTexts("roots", roots)
                .withTexts("intermediates", intermediates)
                .withTexts("crls", crls);
    }

    /** The checks of this organisation's certificates. */
    public PeerCertificates peers() {
        return new PeerCertificates(
                mspId,
                roots.stream().map(PemCertificates::certificate).toList(),
                intermediates.stream().map(PemCertificates::certificate).toList(),
                crls.stream().map(PemCertificates::revocationList).toList());
    }

    private static void requireIssuer(String mspId, X509CRL crl, List<X509Certificate> authorities) {
        if (authorities.stream().noneMatch(authority -> isIssuer(authority, crl))) {
            throw new IllegalArgumentException("revocation list of no authority of " + mspId);
        }
    }

    private static boolean isIssuer(X509Certificate authority, X509CRL crl) {
        if (!authority.getSubjectX500Principal().equals(crl.getIssuerX500Principal())) {
            return false;
        }
        try {
            crl.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
