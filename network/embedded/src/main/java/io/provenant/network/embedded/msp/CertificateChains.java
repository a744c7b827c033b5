package io.provenant.network.embedded.msp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chains from a member's certificate to a root of its organisation (RFC 5280 6). */
final class CertificateChains {

    private final Set<TrustAnchor> roots;
    private final List<X509Certificate> intermediates;

    CertificateChains(List<X509Certificate> roots, List<X509Certificate> intermediates) {
        this.roots = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
        this.intermediates = List.copyOf(intermediates);
    }

    /**
     * The authorities above a certificate, its issuer first and a root last; empty where no chain leads to a root. As in
     * Fabric the check is made at the second after the certificate's beginning, so that its end is the caller's
     * question, not the chain's.
     */
    List<X509Certificate> issuers(X509Certificate certificate) {
        try {
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters(certificate));
            List<X509Certificate> issuers = new ArrayList<>();
            result.getCertPath().getCertificates().stream()
                    .skip(1)
                    .forEach(link -> issuers.add((X509Certificate) link));
            X509Certificate root = result.getTrustAnchor().getTrustedCert();
            root.checkValidity(beginning(certificate)); // the builder trusts roots of any age, Fabric does not
            issuers.add(root);
            return issuers;
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    @SuppressWarnings("JavaUtilDate") // the JDK's certificate API knows no other
    private PKIXBuilderParameters parameters(X509Certificate certificate) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(roots, target);
        List<X509Certificate> known = new ArrayList<>(intermediates);
        known.add(certificate);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
        parameters.setRevocationEnabled(false); // the organisation's own lists decide, see RevocationLists
        parameters.setDate(beginning(certificate));
        return parameters;
    }

    @SuppressWarnings("JavaUtilDate")
    private static Date beginning(X509Certificate certificate) {
        return new Date(certificate.getNotBefore().getTime() + 1000);
    }
}
