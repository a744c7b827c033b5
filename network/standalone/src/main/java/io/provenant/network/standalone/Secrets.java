package io.provenant.network.standalone;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.identity.PrivateFiles;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.issuer.IssuedPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Client secrets of everybody who works for one of the organisations: drawn once, kept in a file of the data folder. */
final class Secrets {

    private static final int BYTES = 24;

    private final List<JsonObject> rows;

    private Secrets(List<JsonObject> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads the secrets, or draws them at the first time. */
    static Secrets open(Path file, List<Member> members) {
        try {
            if (!Files.exists(file)) {
                List<JsonObject> drawn = members.stream()
                        .flatMap(member -> member.colleagues().stream().map(colleague -> row(member, colleague)))
                        .toList();
                PrivateFiles.writePrivate(
                        file, JsonObject.empty().withObjects("clients", drawn).canonical());
            }
            return new Secrets(
                    StrictJsonReader.parseObject(Files.readAllBytes(file)).objects("clients"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What the development issuer has to know. */
    List<IssuedPerson> people() {
        return rows.stream()
                .map(row -> new IssuedPerson(row.text("login"), row.text("secret"), row.text("audience")))
                .toList();
    }

    /** Secrets by login. */
    Map<String, String> byLogin() {
        return rows.stream().collect(Collectors.toMap(row -> row.text("login"), row -> row.text("secret")));
    }

    private static JsonObject row(Member member, Member.Colleague colleague) {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return JsonObject.empty()
                .with("login", colleague.subject())
                .with("secret", Base64.getUrlEncoder().withoutPadding().encodeToString(drawn))
                .with("audience", member.partyId());
    }
}
