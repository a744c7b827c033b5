package io.provenant.network.fabric.node;

import io.provenant.network.identity.CertificateAuthority;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import io.provenant.network.identity.Validity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The keys and certificates of a network's nodes: made at its first start, read ever after, renewed when due. */
public final class NodeIdentities {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    private final Clock clock;

    public NodeIdentities(Clock clock) {
        this.clock = clock;
    }

    /** A member organisation with its peer, its admin and its chaincode services. */
    public Organisation member(PeerPlace place) {
        if (isComplete(place.home())) {
            Organisation organisation = read(place.home(), place.mspId(), place.domain());
            Renewal renewal = new Renewal(organisation, clock);
            renewal.ofSigners(Stream.of(place.msp(), place.adminMsp()));
            renewal.ofTls(Stream.of(place.tls(), place.serviceTls()));
            return organisation;
        }
        Organisation organisation = Organisation.create(place.mspId(), place.domain(), clock);
        Node peer = organisation.peer("peer0", LOOPBACK);
        MspFolder msp = MspFolder.of(organisation);
        msp.write(place.publicMsp());
        msp.write(place.msp(), peer.identity());
        msp.write(place.adminMsp(), organisation.admin("admin"));
        TlsFolder.write(place.tls(), peer.tls(), organisation.tlsAuthority());
        TlsFolder.write(
                place.serviceTls(),
                organisation.tls(
                        "chaincode." + place.domain(),
                        List.of("localhost", "127.0.0.1", "*.chaincode." + place.domain())),
                organisation.tlsAuthority());
        TlsFolder.write(place.serviceClientTls(), serviceClient(organisation), organisation.tlsAuthority());
        CredentialFolder.writeOrganisation(authority(place.home()), organisation);
        return organisation;
    }

    /** The peer keeps it in what it built at the installation, so it lasts as long as its authority. */
    private Credential serviceClient(Organisation organisation) {
        CertificateAuthority authority = organisation.tlsAuthority();
        Instant end = authority.certificate().getNotAfter().toInstant();
        Validity validity = Validity.from(clock.instant(), Duration.between(clock.instant(), end));
        return authority.issue(
                CertificateProfile.tls("chaincode-client." + organisation.domain(), List.of(), validity));
    }

    /** An orderer's organisation. */
    public void orderer(OrdererPlace place) {
        if (isComplete(place.home())) {
            Renewal renewal = new Renewal(read(place.home(), place.mspId(), place.domain()), clock);
            renewal.ofSigners(Stream.of(place.msp()));
            renewal.ofTls(Stream.of(place.tls()));
            return;
        }
        Organisation organisation = Organisation.create(place.mspId(), place.domain(), clock);
        Node orderer = organisation.orderer("orderer", LOOPBACK);
        MspFolder msp = MspFolder.of(organisation);
        msp.write(place.publicMsp());
        msp.write(place.msp(), orderer.identity());
        TlsFolder.write(place.tls(), orderer.tls(), organisation.tlsAuthority());
        CredentialFolder.writeOrganisation(authority(place.home()), organisation);
    }

    /** The authority's key is written last, so a folder without it was never finished. */
    private static boolean isComplete(Path home) {
        return Files.exists(authority(home).resolve("tlsca.key"));
    }

    private Organisation read(Path home, String mspId, String domain) {
        return CredentialFolder.readOrganisation(authority(home), mspId, domain, clock);
    }

    static Path authority(Path home) {
        return home.resolve("ca");
    }
}
