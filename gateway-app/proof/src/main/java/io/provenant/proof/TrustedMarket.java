package io.provenant.proof;

import io.provenant.proof.trust.PeerCertificates;
import io.provenant.proof.trust.TrustFile;
import io.provenant.proof.trust.TrustedOrganisation;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** A trust file with the certificates in it parsed, once for all that is verified against it. */
final class TrustedMarket {

    private final TrustFile file;
    private final SortedMap<String, PeerCertificates> peers = new TreeMap<>();

    TrustedMarket(TrustFile file) {
        this.file = file;
        for (TrustedOrganisation organisation : file.organisations().values()) {
            peers.put(organisation.mspId(), organisation.peers());
        }
    }

    TrustFile file() {
        return file;
    }

    void requirePeer(String mspId, X509Certificate certificate, Instant at) {
        PeerCertificates organisation = peers.get(mspId);
        if (organisation == null) {
            throw new IllegalArgumentException("the trust file knows no organisation " + mspId);
        }
        organisation.require(certificate, at);
    }

    static void requireEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalArgumentException(what + " is " + found + ", expected " + expected);
        }
    }
}
