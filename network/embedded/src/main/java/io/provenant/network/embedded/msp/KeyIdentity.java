package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.SigningIdentity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A node's identity with its private key in memory. Its text never shows the key. */
public final class KeyIdentity implements SigningIdentity {

    private final String mspId;
    private final ByteString serialized;
    private final PrivateKey key;
    private final BigInteger order;

    private KeyIdentity(String mspId, ByteString serialized, PrivateKey key, BigInteger order) {
        this.mspId = mspId;
        this.serialized = serialized;
        this.key = key;
        this.order = order;
    }

    /** An identity of a certificate in PEM and its key on an elliptic curve. */
    public static KeyIdentity of(String mspId, String certificatePem, PrivateKey key) {
        if (!(key instanceof ECKey curveKey)) {
            throw new MspException("the key of " + mspId + " must be on an elliptic curve, not " + key.getAlgorithm());
        }
        ByteString serialized = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(certificatePem))
                .build()
                .toByteString();
        return new KeyIdentity(mspId, serialized, key, curveKey.getParams().getOrder());
    }

    @Override
    public ByteString serialized() {
        return serialized;
    }

    @Override
    public ByteString sign(ByteString message) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(message.asReadOnlyByteBuffer());
            return lowS(signer.sign());
        } catch (GeneralSecurityException | IOException e) {
            throw new MspException("cannot sign as a node of " + mspId, e);
        }
    }

    private ByteString lowS(byte[] signature) throws IOException {
        ASN1Sequence pair = ASN1Sequence.getInstance(signature);
        BigInteger s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();
        ASN1EncodableVector low = new ASN1EncodableVector(2);
        low.add(pair.getObjectAt(0));
        low.add(new ASN1Integer(s.compareTo(order.shiftRight(1)) > 0 ? order.subtract(s) : s));
        return ByteString.copyFrom(new DERSequence(low).getEncoded(ASN1Encoding.DER));
    }

    @Override
    public String toString() {
        return "KeyIdentity[" + mspId + "]";
    }
}
