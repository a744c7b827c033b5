package io.provenant.gateway.doctor;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * Who is on a channel, as its newest configuration says.
 *
 * @param members the application organisations by MSP id
 */
record ChannelConfig(SortedMap<String, Member> members) {

    /**
     * An organisation of the channel.
     *
     * @param authorities that issue its certificates, roots and intermediates
     * @param clientUnit the organisational unit that makes a certificate a client's, where units count
     */
    record Member(List<X509Certificate> authorities, Optional<String> clientUnit) {

        Member {
            authorities = List.copyOf(authorities);
        }

        /** True if one of the authorities issued it. */
        boolean issued(X509Certificate certificate) {
            return authorities.stream().anyMatch(authority -> isIssuer(authority, certificate));
        }

        private static boolean isIssuer(X509Certificate authority, X509Certificate certificate) {
            try {
                certificate.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    ChannelConfig {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    static ChannelConfig of(Block block) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(block.getData().getData(0)).getPayload());
            ConfigGroup channel =
                    ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
            SortedMap<String, Member> members = new TreeMap<>();
            for (ConfigGroup organisation :
                    channel.getGroupsOrThrow("Application").getGroupsMap().values()) {
                MSPConfig msp =
                        MSPConfig.parseFrom(organisation.getValuesOrThrow("MSP").getValue());
                FabricMSPConfig config = FabricMSPConfig.parseFrom(msp.getConfig());
                members.put(config.getName(), member(config));
            }
            return new ChannelConfig(members);
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw new IllegalArgumentException("the channel's configuration cannot be read", e);
        }
    }

    private static Member member(FabricMSPConfig config) throws CertificateException {
        List<X509Certificate> authorities = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (var pem : config.getRootCertsList()) {
            authorities.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem.toByteArray())));
        }
        for (var pem : config.getIntermediateCertsList()) {
            authorities.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem.toByteArray())));
        }
        var units = config.getFabricNodeOus();
        Optional<String> clientUnit = units.getEnable()
                ? Optional.of(units.getClientOuIdentifier().getOrganizationalUnitIdentifier())
                : Optional.empty();
        return new Member(authorities, clientUnit);
    }
}
