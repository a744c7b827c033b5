package io.provenant.gateway;

import com.google.protobuf.ByteString;
import io.provenant.command.CommandTable;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.api.HealthProblem;
import io.provenant.gateway.api.HealthSource;
import io.provenant.gateway.desk.CommandDesk;
import io.provenant.gateway.desk.DeskCleaning;
import io.provenant.gateway.desk.DeskSchema;
import io.provenant.gateway.desk.IdempotencyKeys;
import io.provenant.gateway.desk.PostgresCommandDesk;
import io.provenant.gateway.desk.PostgresOutbox;
import io.provenant.gateway.desk.PostgresReadLog;
import io.provenant.gateway.desk.ReadLog;
import io.provenant.gateway.index.Index;
import io.provenant.gateway.index.postgres.IndexSettings;
import io.provenant.gateway.index.postgres.IndexStore;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.gateway.ledger.fabric.FabricSettings;
import io.provenant.gateway.ledger.fabric.FenceTicker;
import io.provenant.gateway.ledger.fabric.LedgerAnchors;
import io.provenant.gateway.ledger.fabric.Limits;
import io.provenant.gateway.ledger.fabric.SentTransactions;
import io.provenant.gateway.ledger.identity.PemRoleKeys;
import io.provenant.gateway.log.AnchorLedger;
import io.provenant.gateway.security.PeopleFile;
import io.provenant.ledger.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger client, and desk and index in their database. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    private static final Duration HOUR = Duration.ofHours(1);

    @Bean
    GatewayDatabase database(GatewaySettings settings, GatewayParts parts) {
        return GatewayDatabase.open(settings, parts);
    }

    @Bean
    PeerConnection peer(GatewaySettings settings, GatewayParts parts) {
        return PeerConnection.open(settings, parts);
    }

    @Bean
    PostgresOutbox outbox(GatewayDatabase database, GatewaySettings settings, Clock clock) {
        DeskSchema.migrate(database.work());
        return new PostgresOutbox(database.source(), settings.market().chaincode(), clock);
    }

    @Bean
    IndexStore indexStore(GatewayDatabase database, CommandTable commands) {
        return IndexStore.open(database.source(), database.work(), RecordTypes.all(), commands);
    }

    @Bean
    FabricLedgerClient ledger(
            GatewaySettings settings,
            PeerConnection peer,
            PeopleFile people,
            PostgresOutbox outbox,
            IndexStore index,
            Clock clock) {
        return FabricLedgerClient.start(
                fabric(settings, people),
                peer.channel(),
                new PemRoleKeys(
                        settings.people().folder(), settings.organisation().mspId()),
                outbox,
                List.of(index.feeder()),
                clock);
    }

    @Bean
    Index index(IndexStore store, GatewaySettings settings, FabricLedgerClient ledger) {
        IndexSettings whose = new IndexSettings(
                settings.organisation().mspId(), settings.market().collections());
        return store.queries(whose, ledger::height);
    }

    @Bean
    IndexRebuilds rebuilds(IndexStore store, FabricLedgerClient ledger) {
        return new IndexRebuilds(store, ledger);
    }

    @Bean
    AnchorLedger anchors(FabricLedgerClient ledger) {
        return new LedgerAnchors(ledger);
    }

    @Bean
    FenceTicker fence(FabricLedgerClient ledger, GatewaySettings settings, PeopleFile people, Clock clock) {
        return FenceTicker.start(ledger, service(settings, people), clock);
    }

    @Bean
    HealthSource fenceHealth(FenceTicker fence) {
        return () -> fence
                .problem()
                .map(why -> new HealthProblem(
                        "fence-waits",
                        false,
                        "this gateway cannot see to the fence; others may",
                        "look at the peer; it is looked at again by itself"))
                .stream()
                .toList();
    }

    @Bean
    SentTransactions openTransactions(FabricLedgerClient ledger) {
        return ledger.openTransactions();
    }

    @Bean
    HealthSource outcomeHealth(SentTransactions sent) {
        return () -> Stream.of(sent.openForLong())
                .filter(open -> open > 0)
                .map(open -> new HealthProblem(
                        "outcomes-open",
                        false,
                        open + " transactions have had no outcome for half an hour",
                        "provenant outbox says which and why, and releases what shall not be sent again"))
                .toList();
    }

    @Bean
    HealthSource rebuildHealth(IndexRebuilds rebuilds) {
        return () -> rebuilds
                .problem()
                .map(why -> new HealthProblem(
                        "rebuild-stopped",
                        false,
                        "building the index again stopped; the old one serves",
                        "the log of the gateway says why; start it again with provenant rebuild-index"))
                .stream()
                .toList();
    }

    @Bean
    ReadLog readLog(GatewayDatabase database, PostgresOutbox migrated, Clock clock) {
        return new PostgresReadLog(database.source(), clock);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(GatewayDatabase database, PostgresOutbox migrated, Clock clock) {
        return new IdempotencyKeys(database.source(), clock);
    }

    @Bean
    CommandDesk desk(FabricLedgerClient ledger, PostgresOutbox outbox, IdempotencyKeys keys) {
        return new PostgresCommandDesk(ledger, outbox, keys);
    }

    @Bean
    Repeated deskCleaning(PostgresOutbox outbox, IdempotencyKeys keys, Clock clock) {
        return Repeated.start("desk cleaning", HOUR, new DeskCleaning(outbox, keys, clock)::run);
    }

    static FabricSettings fabric(GatewaySettings settings, PeopleFile people) {
        GatewaySettings.Market market = settings.market();
        return new FabricSettings(
                market.channel(),
                market.chaincode(),
                settings.organisation().mspId(),
                service(settings, people),
                market.attesters(),
                market.attestAtLeast(),
                settings.peer()
                        .flatMap(peer -> PeerConnection.place(peer).clientHash())
                        .map(ByteString::copyFrom),
                Limits.usual());
    }

    // Anchoring is what takes a role; the stream, attestations and ticks take any certificate of the channel.
    private static Signatory service(GatewaySettings settings, PeopleFile people) {
        String subject = settings.people().gatewaySubject();
        return people.person(subject)
                .filter(person -> person.roles().contains(Role.LOG_OPERATOR))
                .map(person -> new Signatory(person.alias(), Role.LOG_OPERATOR))
                .orElseThrow(
                        () -> new SettingsException(List.of("provenant.people.gateway-subject: the people file has no"
                                + " subject \"" + subject + "\" with the role log.operator")));
    }
}
