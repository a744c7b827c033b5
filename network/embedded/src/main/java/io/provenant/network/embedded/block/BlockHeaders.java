package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.rwset.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** What links blocks: the hash of a header, over DER and not over protobuf, and the hash of the transactions. */
public final class BlockHeaders {

    private BlockHeaders() {}

    /** SEQUENCE of the number, the previous block's hash and the data hash (X.690). */
    public static ByteString der(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector(3);
        fields.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return ByteString.copyFrom(new DERSequence(fields).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("a block header always has a DER form", e);
        }
    }

    /** What the next block names as its previous. */
    public static ByteString hash(BlockHeader header) {
        return Sha256.of(der(header));
    }

    /** The hash of all transactions, one after the other. */
    public static ByteString dataHash(BlockData data) {
        return Sha256.of(data.getDataList().toArray(new ByteString[0]));
    }
}
