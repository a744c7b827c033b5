package io.provenant.gateway;

import io.grpc.ManagedChannel;
import io.provenant.gateway.doctor.Finding;
import io.provenant.gateway.doctor.Findings;
import io.provenant.gateway.doctor.Ledger;
import io.provenant.gateway.doctor.LocalFiles;
import io.provenant.gateway.doctor.PeerEndpoint;
import io.provenant.gateway.doctor.RoleCertificate;
import io.provenant.gateway.doctor.Services;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.fabric.PeerChannel;
import io.provenant.gateway.ledger.identity.PemRoleKeys;
import io.provenant.gateway.ledger.identity.RoleKey;
import io.provenant.gateway.security.PeopleFile;
import io.provenant.gateway.security.Person;
import io.provenant.ledger.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Examines the settings and all that they name, and says of each what is wrong and what to do. Changes nothing. */
public final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GatewaySettings settings;
    private final Clock clock;
    private final Findings findings = new Findings();
    private final SortedMap<String, RoleKey> certificates = new TreeMap<>();

    private Doctor(GatewaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Examines the settings in this file, or in the working folder and the environment. */
    public static List<Finding> examine(Optional<Path> config) {
        try {
            return examine(GatewaySettings.read(SettingsFiles.environment(config), false), Clock.systemUTC());
        } catch (SettingsException e) {
            return e.problems().stream()
                    .map(problem -> new Finding("settings", Finding.State.PROBLEM, problem))
                    .toList();
        }
    }

    static List<Finding> examine(GatewaySettings settings, Clock clock) {
        return new Doctor(settings, clock).examine();
    }

    private List<Finding> examine() {
        findings.examine("settings", () -> "all there, none unknown");
        LocalFiles.dataFolder(findings, settings.dataDir(), settings.masterKeyFile());
        findings.examine("master key", () -> LocalFiles.secret(settings.masterKeyFile()));
        settings.logs()
                .forEach(log -> findings.examine("key of " + log.origin(), () -> LocalFiles.secret(log.keyFile())));
        Optional<PeopleFile> people = people();
        people.ifPresent(file -> file.all().forEach(this::certificates));
        Services.issuer(findings, settings.tokens().issuer(), settings.tokens().jwkSetUri(), PATIENCE);
        settings.database()
                .ifPresentOrElse(
                        named -> Services.database(findings, named.url(), named.user(), named.password(), PATIENCE),
                        () -> findings.examine("database", () -> "a PostgreSQL of its own below the data folder"));
        peer(people);
        return findings.all();
    }

    private Optional<PeopleFile> people() {
        Path file = settings.people().file();
        boolean isWell =
                findings.examine("people", () -> PeopleFile.read(file).all().size() + " in " + file);
        return isWell ? Optional.of(PeopleFile.read(file)) : Optional.empty();
    }

    private void certificates(Person person) {
        Path folder = settings.people().folder();
        PemRoleKeys keys = new PemRoleKeys(folder, settings.organisation().mspId());
        RoleCertificate certificate =
                new RoleCertificate(settings.organisation().partyId(), clock);
        for (Role role : person.roles()) {
            String what = "certificate of " + person.subject() + " as " + role.code();
            Signatory whose = new Signatory(person.alias(), role);
            findings.examine(what, () -> {
                RoleKey key = keys.key(whose);
                certificates.put(what, key);
                LocalFiles.secret(folder.resolve(person.alias()).resolve(role.code() + ".key"));
                return certificate.says(whose, key);
            });
        }
    }

    // Each step tells more than the next one would of the same cause, so the first that fails is the last.
    private void peer(Optional<PeopleFile> people) {
        PeerChannel place = PeerConnection.place(settings.peer().orElseThrow());
        PeerEndpoint endpoint = new PeerEndpoint(place, PATIENCE, clock);
        boolean isReached =
                findings.examine("peer", endpoint::listens) && findings.examine("TLS of the peer", endpoint::speaksTls);
        Optional<RoleKey> own = people.flatMap(this::own);
        if (!isReached || own.isEmpty()) {
            return;
        }
        ManagedChannel channel = place.open();
        try {
            GatewaySettings.Market market = settings.market();
            Ledger.Question question = new Ledger.Question(
                    market.channel(),
                    market.chaincode(),
                    market.attesters(),
                    market.attestAtLeast(),
                    place.clientHash());
            new Ledger(question, channel, own.get(), PATIENCE.multipliedBy(2), clock).examine(findings, certificates);
        } finally {
            channel.shutdownNow();
        }
    }

    private Optional<RoleKey> own(PeopleFile people) {
        String subject = settings.people().gatewaySubject();
        boolean isThere = findings.examine("gateway's own person", () -> {
            Findings.require(
                    people.person(subject)
                            .filter(person -> person.roles().contains(Role.LOG_OPERATOR))
                            .isPresent(),
                    "provenant.people.gateway-subject: the people file has no subject \"" + subject
                            + "\" with the role log.operator");
            return subject;
        });
        return isThere
                ? Optional.ofNullable(certificates.get("certificate of " + subject + " as " + Role.LOG_OPERATOR.code()))
                : Optional.empty();
    }
}
