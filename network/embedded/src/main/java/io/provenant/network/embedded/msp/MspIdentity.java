package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;

/**
 * A valid member of an organisation: its certificate leads to one of the organisation's roots, is not revoked, and
 * carries one node unit where the organisation has them. An expired certificate is still a member's.
 */
public final class MspIdentity implements Member {

    private final Msp msp;
    private final ByteString serialized;
    private final X509Certificate certificate;
    private final List<X509Certificate> issuers;
    private final EcdsaVerifier verifier;

    MspIdentity(Msp msp, ByteString serialized, X509Certificate certificate, List<X509Certificate> issuers) {
        this.msp = msp;
        this.serialized = serialized;
        this.certificate = certificate;
        this.issuers = List.copyOf(issuers);
        this.verifier = EcdsaVerifier.of(certificate.getPublicKey());
    }

    @Override
    public String mspId() {
        return msp.mspId();
    }

    @Override
    public ByteString serialized() {
        return serialized;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The authorities above the certificate, its issuer first, a root last. */
    List<X509Certificate> issuers() {
        return issuers;
    }

    @Override
    public Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    @Override
    public boolean hasSigned(ByteString message, ByteString signature) {
        return msp.signatures().isValid(verifier, serialized, message, signature);
    }

    /** Whether this member is one that a policy's principal means; a principal that cannot be read means nobody. */
    public boolean satisfies(MSPPrincipal principal) {
        try {
            return Principals.isMet(msp, this, principal);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "MspIdentity[" + mspId() + ", " + certificate.getSubjectX500Principal() + "]";
    }
}
