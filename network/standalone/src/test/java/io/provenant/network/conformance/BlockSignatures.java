package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.wire.Prepared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The orderers' signatures of a block ({@code protoutil/blockutils.go: BlockSignatureVerifier} of Fabric 3.1.5). A Raft
 * orderer sends its certificate along; a BFT orderer names its number, and its certificate stands in the channel's
 * configuration.
 */
final class BlockSignatures {

    private final Map<Integer, ByteString> certificates = new TreeMap<>();

    /** Of the channel with this first block. */
    BlockSignatures(Block first) {
        Payload payload = Prepared.parse(
                Payload.parser(),
                Prepared.parse(Envelope.parser(), first.getData().getData(0)).getPayload());
        ConfigGroup orderer = Prepared.parse(ConfigEnvelope.parser(), payload.getData())
                .getConfig()
                .getChannelGroup()
                .getGroupsOrThrow("Orderer");
        if (orderer.containsValues("Orderers")) {
            Prepared.parse(
                            Orderers.parser(),
                            orderer.getValuesOrThrow("Orderers").getValue())
                    .getConsenterMappingList()
                    .forEach(this::add);
        }
    }

    private void add(Consenter consenter) {
        certificates.put(consenter.getId(), consenter.getIdentity());
    }

    /** The certificates of those who signed a block; a signature that does not verify is an error. */
    List<ByteString> signersOf(Block block) throws GeneralSecurityException, IOException {
        Metadata metadata = metadata(block);
        List<ByteString> signers = new ArrayList<>();
        for (MetadataSignature signature : metadata.getSignaturesList()) {
            ByteString certificate = certificate(signature);
            ByteString signed = metadata.getValue()
                    .concat(signature.getSignatureHeader())
                    .concat(signature.getIdentifierHeader())
                    .concat(der(block.getHeader()));
            if (!isSigned(certificate, signed, signature.getSignature())) {
                throw new GeneralSecurityException(
                        "block " + block.getHeader().getNumber() + " has a signature that does not verify");
            }
            signers.add(certificate);
        }
        return signers;
    }

    private ByteString certificate(MetadataSignature signature) {
        if (signature.getSignatureHeader().isEmpty()) {
            int id = Prepared.parse(IdentifierHeader.parser(), signature.getIdentifierHeader())
                    .getIdentifier();
            return Optional.ofNullable(certificates.get(id))
                    .orElseThrow(() -> new IllegalArgumentException("no orderer of the channel has the id " + id));
        }
        SignatureHeader header = Prepared.parse(SignatureHeader.parser(), signature.getSignatureHeader());
        return Prepared.parse(SerializedIdentity.parser(), header.getCreator()).getIdBytes();
    }

    private static Metadata metadata(Block block) {
        return Prepared.parse(Metadata.parser(), block.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE));
    }

    /** A header in the form that is hashed and signed. */
    static ByteString der(BlockHeader header) throws IOException {
        return ByteString.copyFrom(new DERSequence(new ASN1Encodable[] {
                    new ASN1Integer(BigInteger.valueOf(header.getNumber())),
                    new DEROctetString(header.getPreviousHash().toByteArray()),
                    new DEROctetString(header.getDataHash().toByteArray())
                })
                .getEncoded());
    }

    private static boolean isSigned(ByteString certificate, ByteString signed, ByteString signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.toByteArray()))
                .getPublicKey());
        check.update(signed.toByteArray());
        return check.verify(signature.toByteArray());
    }
}
