package io.provenant.network.standalone.identity;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Node;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.TlsFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Everything that one organisation keeps on disk: roots, its MSP, its peer, and a role certificate for each role of
 * each colleague, as {@code people/<alias>/<role>.pem}, with the people file of its gateway beside them.
 */
public final class MemberFolder {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1");

    private final Path folder;
    private final Member member;

    private MemberFolder(Path folder, Member member) {
        this.folder = folder;
        this.member = member;
    }

    /** Opens the organisation's folder, making it at the first time. */
    public static MemberFolder open(Path parent, Member member, Clock clock) {
        MemberFolder kept = new MemberFolder(parent.resolve(member.name()), member);
        if (!Files.exists(kept.peopleFile())) {
            kept.make(clock);
        }
        return kept;
    }

    /** The MSP folder: what others need to check this organisation's members. */
    public Path msp() {
        return folder.resolve("msp");
    }

    /** The MSP folder of its peer, with the key it signs with. */
    public Path peerMsp() {
        return folder.resolve("peer/msp");
    }

    /** The MSP folder of its orderer. */
    public Path ordererMsp() {
        return folder.resolve("orderer/msp");
    }

    /** The root that its nodes' TLS certificates chain to, PEM. */
    public Path tlsRoot() {
        return folder.resolve("msp/tlscacerts/tlsca.pem");
    }

    /** The folder with {@code <alias>/<role>.pem} and {@code .key}. */
    public Path people() {
        return folder.resolve("people");
    }

    /** Which login is which person, and what he may act as. */
    public Path peopleFile() {
        return folder.resolve("people.json");
    }

    /** The certificate of the person with this login in this role, as {@code <path>.pem} and {@code <path>.key}. */
    public Path credential(String subject, String role) {
        String alias = people(subject).text("alias");
        return people().resolve(alias).resolve(role);
    }

    private JsonObject people(String subject) {
        try {
            return StrictJsonReader.parseObject(Files.readAllBytes(peopleFile())).objects("people").stream()
                    .filter(person -> person.text("subject").equals(subject))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nobody has the login " + subject));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + peopleFile(), e);
        }
    }

    /** The organisation. */
    public Member member() {
        return member;
    }

    private void make(Clock clock) {
        Organisation organisation = Organisation.create(member.mspId(), member.domain(), clock);
        CredentialFolder.writeOrganisation(folder.resolve("ca"), organisation);
        MspFolder.of(organisation).write(msp());
        node(organisation, organisation.peer("peer0", LOOPBACK), "peer");
        node(organisation, organisation.orderer("orderer0", LOOPBACK), "orderer");
        List<JsonObject> rows = new ArrayList<>();
        for (Member.Colleague colleague : member.colleagues()) {
            String alias = Aliases.fresh();
            colleague.roles().forEach(role -> write(organisation, alias, role.code()));
            rows.add(JsonObject.empty()
                    .with("subject", colleague.subject())
                    .with("alias", alias)
                    .withTexts(
                            "roles",
                            colleague.roles().stream().map(r -> r.code()).toList()));
        }
        try {
            String people =
                    JsonObject.empty().with("v", 1).withObjects("people", rows).canonical();
            Files.writeString(peopleFile(), people, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + peopleFile(), e);
        }
    }

    private void node(Organisation organisation, Node node, String name) {
        MspFolder.of(organisation).write(folder.resolve(name).resolve("msp"), node.identity());
        TlsFolder.write(folder.resolve(name).resolve("tls"), node.tls(), organisation.tlsAuthority());
    }

    private void write(Organisation organisation, String alias, String role) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.party", member.partyId());
        attributes.put("pvn.person", alias);
        attributes.put("pvn.role", role);
        Credential credential = organisation.client(role + "." + alias, attributes);
        CredentialFolder.write(people().resolve(alias), role, credential);
    }
}
