package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.SigningIdentity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A node's identity with its private key in memory. Its text never shows the key. */
public final class KeyIdentity implements SigningIdentity {

    private final String mspId;
    private final ByteString serialized;
    private final ECPrivateKeyParameters key;

    private KeyIdentity(String mspId, ByteString serialized, ECPrivateKeyParameters key) {
        this.mspId = mspId;
        this.serialized = serialized;
        this.key = key;
    }

    /** An identity of a certificate in PEM and its key on an elliptic curve. */
    public static KeyIdentity of(String mspId, String certificatePem, PrivateKey key) {
        ByteString serialized = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(certificatePem))
                .build()
                .toByteString();
        return new KeyIdentity(mspId, serialized, curveKey(mspId, key));
    }

    @Override
    public ByteString serialized() {
        return serialized;
    }

    @Override
    public ByteString sign(ByteString message) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, key);
        BigInteger[] pair = signer.generateSignature(Digests.sha256(message));
        BigInteger order = key.getParameters().getN();
        boolean isHigh = pair[1].compareTo(order.shiftRight(1)) > 0;
        ASN1EncodableVector low = new ASN1EncodableVector(2);
        low.add(new ASN1Integer(pair[0]));
        low.add(new ASN1Integer(isHigh ? order.subtract(pair[1]) : pair[1]));
        try {
            return ByteString.copyFrom(new DERSequence(low).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new MspException("cannot encode a signature of " + mspId, e);
        }
    }

    private static ECPrivateKeyParameters curveKey(String mspId, PrivateKey key) {
        try {
            if (key instanceof ECKey
                    && PrivateKeyFactory.createKey(key.getEncoded()) instanceof ECPrivateKeyParameters curveKey) {
                return curveKey;
            }
        } catch (IOException e) {
            throw new MspException("the key of " + mspId + " cannot be read", e);
        }
        throw new MspException("the key of " + mspId + " must be on an elliptic curve, not " + key.getAlgorithm());
    }

    @Override
    public String toString() {
        return "KeyIdentity[" + mspId + "]";
    }
}
