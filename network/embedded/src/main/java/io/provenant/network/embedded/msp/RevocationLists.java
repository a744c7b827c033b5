package io.provenant.network.embedded.msp;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The revocation lists of an organisation. A certificate on a list that its own issuer signed is out at once: neither
 * the time of revocation nor the list's next update counts, as in Fabric.
 */
final class RevocationLists {

    private final List<X509CRL> lists;

    RevocationLists(List<X509CRL> lists) {
        this.lists = List.copyOf(lists);
    }

    boolean revokes(X509Certificate certificate, X509Certificate issuer) {
        return lists.stream()
                .anyMatch(list ->
                        list.getRevokedCertificate(certificate.getSerialNumber()) != null && isSignedBy(list, issuer));
    }

    private static boolean isSignedBy(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
