package io.provenant.proof.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Whether a certificate is that of an organisation's peer: its chain (RFC 5280 section 6), revocation and node OU. What
 * is amiss is an {@link IllegalArgumentException} that says so.
 */
public final class PeerCertificates {

    private static final Set<String> NODE_UNITS = Set.of("client", "peer", "admin", "orderer");

    private final String mspId;
    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;
    private final List<X509CRL> crls;

    PeerCertificates(
            String mspId, List<X509Certificate> roots, List<X509Certificate> intermediates, List<X509CRL> crls) {
        this.mspId = mspId;
        this.anchors = roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        this.intermediates = intermediates;
        this.crls = crls;
    }

    /** Refuses a certificate that is not a peer's at this time, or that was revoked at any time. */
    public void require(X509Certificate certificate, Instant at) {
        List<X509Certificate> chain = chain(certificate, at);
        chain.forEach(this::requireNotRevoked);
        Set<String> units = nodeUnits(certificate);
        if (!units.equals(Set.of("peer"))) {
            throw new IllegalArgumentException(
                    "certificate of " + mspId + " has the node OUs " + units + ", expected [peer]");
        }
    }

    private List<X509Certificate> chain(X509Certificate certificate, Instant at) {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        List<X509Certificate> known = new ArrayList<>(intermediates);
        known.add(certificate);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false); // the lists of the trust file are asked below, whatever their date
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate link : CertPathBuilder.getInstance("PKIX")
                    .build(parameters)
                    .getCertPath()
                    .getCertificates()) {
                chain.add((X509Certificate) link);
            }
            return chain;
        } catch (CertPathBuilderException e) {
            throw new IllegalArgumentException(
                    "certificate does not chain to a root of " + mspId + " at " + at + ": " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot check X.509 chains", e);
        }
    }

    private void requireNotRevoked(X509Certificate certificate) {
        for (X509CRL crl : crls) {
            if (crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                    && crl.getRevokedCertificate(certificate.getSerialNumber()) != null) {
                throw new IllegalArgumentException(
                        "certificate " + certificate.getSerialNumber().toString(16) + " of " + mspId + " was revoked");
            }
        }
    }

    private static Set<String> nodeUnits(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.OU))
                .map(unit -> IETFUtils.valueToString(unit.getFirst().getValue()))
                .filter(NODE_UNITS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
