package io.provenant.network.standalone.ledger;

import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The organisations of an embedded node with their nodes' keys: made at the first start, read ever after. */
record EmbeddedIdentities(Path folder) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    Organisation member(MemberSettings member) {
        return open(member, organisation -> organisation.peer("peer0", LOOPBACK));
    }

    Organisation orderer(MemberSettings orderer) {
        return open(orderer, organisation -> organisation.orderer("orderer", LOOPBACK));
    }

    /** The root that an organisation's nodes prove themselves by. */
    Path tlsRoot(String mspId) {
        return folder.resolve(mspId).resolve("tls/ca.crt");
    }

    private Organisation open(MemberSettings settings, Function<Organisation, Node> issue) {
        Path place = folder.resolve(settings.mspId());
        Path authority = place.resolve("ca");
        if (Files.exists(authority.resolve("tlsca.key"))) { // written last
            return CredentialFolder.readOrganisation(authority, settings.mspId(), settings.domain(), Clock.systemUTC());
        }
        Organisation organisation = Organisation.create(settings.mspId(), settings.domain(), Clock.systemUTC());
        Node node = issue.apply(organisation);
        MspFolder.of(organisation).write(place.resolve("msp"), node.identity());
        TlsFolder.write(place.resolve("tls"), node.tls(), organisation.tlsAuthority());
        CredentialFolder.writeOrganisation(authority, organisation);
        return organisation;
    }
}
