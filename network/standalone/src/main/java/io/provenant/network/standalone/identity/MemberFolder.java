package io.provenant.network.standalone.identity;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.CredentialFolder;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The people of one organisation on disk: a role certificate of the organisation's own authority for each role of each
 * colleague, as {@code <alias>/<role>.pem}, with the people file of its gateway beside them.
 */
public final class MemberFolder {

    private final Path folder;
    private final Member member;
    private final Organisation organisation;

    private MemberFolder(Path folder, Member member, Organisation organisation) {
        this.folder = folder;
        this.member = member;
        this.organisation = organisation;
    }

    /** Opens the organisation's folder, making it at the first time. */
    public static MemberFolder open(Path parent, Member member, Organisation organisation) {
        MemberFolder kept = new MemberFolder(parent.resolve(member.name()), member, organisation);
        if (!Files.exists(kept.peopleFile())) {
            kept.make();
        }
        return kept;
    }

    /** The folder with {@code <alias>/<role>.pem} and {@code .key}. */
    public Path people() {
        return folder;
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

    /** The root that every certificate of the organisation chains to, PEM. */
    public String root() {
        return organisation.enrolmentAuthority().credential().certificatePem();
    }

    private void make() {
        List<JsonObject> rows = new ArrayList<>();
        for (Member.Colleague colleague : member.colleagues()) {
            String alias = Aliases.fresh();
            colleague.roles().forEach(role -> write(alias, role.code()));
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

    private void write(String alias, String role) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("pvn.party", member.partyId());
        attributes.put("pvn.person", alias);
        attributes.put("pvn.role", role);
        Credential credential = organisation.client(role + "." + alias, attributes);
        CredentialFolder.write(people().resolve(alias), role, credential);
    }
}
