package io.provenant.gateway;

import io.provenant.gateway.ledger.LedgerRefusedException;
import io.provenant.gateway.ledger.LedgerUnavailableException;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.identity.PemRoleKeys;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.security.PeopleFile;
import io.provenant.gateway.security.Person;
import io.provenant.ledger.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Examines the settings and all that they name, and says of each what is wrong and what to do. Changes nothing. */
public final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofDays(30);

    private final GatewaySettings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(GatewaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was examined and how it is.
     *
     * @param says what is there, or what is wrong and what to do
     */
    public record Finding(String what, boolean isWell, String says) {}

    /** An examination; what is wrong is an exception that says so. */
    private interface Examination {
        String of() throws Exception;
    }

    /** Examines the settings in this file, or in the working folder and the environment. */
    public static List<Finding> examine(Optional<Path> config) {
        try {
            GatewaySettings settings = GatewaySettings.read(SettingsFiles.environment(config), false);
            return new Doctor(settings, Clock.systemUTC()).examine();
        } catch (SettingsException e) {
            return e.problems().stream()
                    .map(problem -> new Finding("settings", false, problem))
                    .toList();
        }
    }

    private List<Finding> examine() {
        findings.add(new Finding("settings", true, "all there, none unknown"));
        note("data folder", this::dataFolder);
        note("master key", () -> secret(settings.masterKeyFile()));
        settings.logs().forEach(log -> note("key of " + log.origin(), () -> secret(log.keyFile())));
        Optional<PeopleFile> people = people();
        people.ifPresent(file -> file.all().forEach(this::certificates));
        note("identity provider", this::issuer);
        note("database", this::database);
        people.ifPresent(file -> note("peer", () -> peer(file)));
        return List.copyOf(findings);
    }

    private void note(String what, Examination examination) {
        try {
            findings.add(new Finding(what, true, examination.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.add(new Finding(what, false, "interrupted"));
        } catch (Exception e) {
            findings.add(
                    new Finding(what, false, Optional.ofNullable(e.getMessage()).orElseGet(e::toString)));
        }
    }

    private String dataFolder() {
        Path folder = settings.dataDir().toAbsolutePath();
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        require(
                Files.isDirectory(there) && Files.isWritable(there),
                there + " cannot be written: give this user the right");
        require(
                !settings.masterKeyFile().toAbsolutePath().startsWith(folder),
                "the master key lies in it: move provenant.master-key-file elsewhere, so that a copy of one opens nothing");
        return folder + (Files.exists(folder) ? "" : " (made at the first start)");
    }

    private static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            return file + " (drawn at the first start)";
        }
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
        open.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        require(open.isEmpty(), file + " can be read by others: chmod 600 " + file);
        return file + ", its owner's alone";
    }

    private Optional<PeopleFile> people() {
        Path file = settings.people().file();
        note("people", () -> PeopleFile.read(file).all().size() + " in " + file);
        return findings.get(findings.size() - 1).isWell() ? Optional.of(PeopleFile.read(file)) : Optional.empty();
    }

    private void certificates(Person person) {
        PemRoleKeys keys = new PemRoleKeys(
                settings.people().folder(), settings.organisation().mspId());
        for (Role role : person.roles()) {
            note("certificate of " + person.subject() + " as " + role.code(), () -> {
                RoleKey key = keys.key(new Signatory(person.alias(), role));
                Instant end = key.certificate().getNotAfter().toInstant();
                require(clock.instant().isBefore(end), "expired on " + end + ": have it renewed");
                boolean soon = clock.instant().plus(SOON).isAfter(end);
                return "valid to " + end + (soon ? ", which is soon: have it renewed" : "");
            });
        }
    }

    private String issuer() throws IOException, InterruptedException {
        URI keys = settings.tokens()
                .jwkSetUri()
                .orElseGet(() -> URI.create(settings.tokens().issuer() + "/.well-known/openid-configuration"));
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(keys).timeout(PATIENCE).build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            require(status == 200, keys + " answers " + status + ": look at provenant.tokens");
            return keys + " answers";
        } catch (IOException e) {
            throw new IOException(keys + " does not answer: look at provenant.tokens, or start it", e);
        }
    }

    private String database() throws SQLException {
        if (settings.database().isEmpty()) {
            return "a PostgreSQL of its own below the data folder";
        }
        GatewaySettings.Database named = settings.database().get();
        try (Connection connection = DriverManager.getConnection(named.url(), named.user(), named.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            require(version >= 14, "PostgreSQL " + version + " is too old: 14 is the least");
            return "PostgreSQL " + version;
        }
    }

    private String peer(PeopleFile people) throws IOException {
        require(
                Files.isReadable(settings.peer().orElseThrow().tlsRoots()),
                settings.peer().orElseThrow().tlsRoots() + " cannot be read: look at provenant.peer.tls-roots");
        try (PeerConnection peer = PeerConnection.open(settings, GatewayParts.none());
                FabricLedgerClient ledger = FabricLedgerClient.start(
                        LedgerConfiguration.fabric(settings, people),
                        peer.channel(),
                        new PemRoleKeys(
                                settings.people().folder(),
                                settings.organisation().mspId()),
                        new NoOutbox(),
                        List.of(),
                        clock)) {
            return "answers; model version "
                    + ledger.evaluate("ledger:describe", io.provenant.canonical.JsonObject.empty())
                            .integer("modelVersion");
        } catch (LedgerUnavailableException e) {
            throw new IOException("does not answer: " + e.getMessage() + ": look at provenant.peer, or start it", e);
        } catch (LedgerRefusedException e) {
            throw new IOException("answers, and refuses: " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
