package io.provenant.gateway.ledger.block;

import com.google.protobuf.ByteString;
import io.provenant.canonical.Digest;
import io.provenant.gateway.log.JdkDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** Fabric's two hashes of a block ({@code protoutil/blockutils.go}). */
final class BlockHashes {

    private static final JdkDigests DIGESTS = new JdkDigests();

    private BlockHashes() {}

    /** SHA-256 of DER (number, previous hash, data hash). */
    static Digest header(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(header.getNumber()));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return DIGESTS.digest(new DERSequence(fields).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a block header has no DER form", e);
        }
    }

    /** SHA-256 of the envelopes, one after the other. */
    static Digest data(BlockData data) {
        return DIGESTS.digest(data.getDataList().stream()
                .reduce(ByteString.EMPTY, ByteString::concat)
                .toByteArray());
    }
}
