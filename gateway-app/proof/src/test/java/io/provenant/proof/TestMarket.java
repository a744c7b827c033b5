package io.provenant.proof;

import com.google.protobuf.ByteString;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Three organisations with a peer each, made once a run, and the trust file of somebody who trusts them. */
final class TestMarket {

    static final Instant NOW = Instant.parse("2026-03-06T02:00:00Z");
    static final String CHANNEL = "market-1";
    static final String FOUNDED_TX = "a".repeat(64);
    static final Digest CODE = new Digest("e9b385f579fd6fa946f9711e93a50d587381890e18dfad77ff078826877f65c0");
    static final TestMarket MARKET = new TestMarket();

    final Organisation association = organisation("AssociationMSP", "association.example");
    final Organisation exchange = organisation("ExchangeMSP", "exchange.example");
    final Organisation regulator = organisation("RegulatorMSP", "regulator.example");
    final Credential exchangePeer = peer(exchange);
    final Credential regulatorPeer = peer(regulator);
    final Credential client = exchange.client("r2v4f7pj6eaa", new TreeMap<>());

    private TestMarket() {}

    JsonObject trust() {
        return JsonObject.empty()
                .with("v", 1)
                .with("docType", "Trust")
                .with("channel", CHANNEL)
                .with("foundedTx", FOUNDED_TX)
                .with("chaincode", "provenant")
                .withTexts("codeSha256", List.of(CODE.hex()))
                .withObjects("organisations", List.of(trusted(association), trusted(exchange), trusted(regulator)))
                .with("policy", policy(2));
    }

    static JsonObject policy(long atLeast) {
        return JsonObject.empty()
                .with("atLeast", atLeast)
                .withTexts("mspIds", List.of("AssociationMSP", "ExchangeMSP", "RegulatorMSP"));
    }

    static JsonObject trusted(Organisation organisation) {
        return JsonObject.empty()
                .with("mspId", organisation.mspId())
                .withTexts("roots", List.of(organisation.enrolmentAuthority().certificatePem()))
                .withTexts("intermediates", List.of())
                .withTexts("crls", List.of());
    }

    static ByteString identity(String mspId, Credential credential) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
                .build()
                .toByteString();
    }

    static Organisation organisation(String mspId, String domain) {
        return Organisation.create(mspId, domain, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static Credential peer(Organisation organisation) {
        CertificateProfile profile = CertificateProfile.enrolment("peer0", Role.PEER, organisation.validity());
        return organisation.enrolmentAuthority().issue(profile);
    }
}
