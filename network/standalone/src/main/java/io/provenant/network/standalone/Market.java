package io.provenant.network.standalone;

import io.provenant.gateway.GatewayApp;
import io.provenant.gateway.GatewayParts;
import io.provenant.network.standalone.identity.Member;
import io.provenant.network.standalone.identity.MemberFolder;
import io.provenant.network.standalone.issuer.DevelopmentIssuer;
import io.provenant.network.standalone.ledger.LedgerCode;
import io.provenant.network.standalone.ledger.LedgerKind;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything on one machine: a ledger with the chaincode, PostgreSQL, the development issuer and a gateway app for each
 * of the three organisations. It holds everybody's keys, so it proves nothing between them.
 */
final class Market implements AutoCloseable {

    private final List<MemberFolder> members;
    private final Secrets secrets;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final TreeMap<String, GatewayApp> gateways = new TreeMap<>();
    private final MarketLedger ledger;
    private final Database database;
    private final String issuer;

    private Market(DataFolder folder, LedgerKind kind, List<LedgerCode> codes, Ports ports, Clock clock) {
        boolean isNew = folder.ledgerKind().isEmpty();
        folder.keep(kind);
        this.secrets = Secrets.open(folder.secrets(), Member.all());
        CompletableFuture<Database> databases = inBackground(() -> Database.start(folder.database()));
        CompletableFuture<DevelopmentIssuer> tokens =
                inBackground(() -> DevelopmentIssuer.start(ports.issuer(), secrets.people()));
        try {
            this.ledger = MarketLedger.start(kind, codes, folder.ledger());
            open.push(ledger);
            this.members = Member.all().stream()
                    .map(member -> MemberFolder.open(
                            folder.people(), member, ledger.running().organisation(member.mspId())))
                    .toList();
            this.issuer = get(tokens).url();
            this.database = get(databases);
            startGateways(folder, isNew, ports, clock);
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void startGateways(DataFolder folder, boolean isNew, Ports ports, Clock clock) {
        Map<String, CompletableFuture<GatewayApp>> starting = new TreeMap<>();
        for (MemberFolder member : members) {
            String name = member.member().name();
            int port = ports.gateway(members.indexOf(member));
            Map<String, Object> settings =
                    GatewayOfMember.settings(folder, ledger, member, issuer, database.url(name, isNew), port);
            starting.put(
                    name,
                    inBackground(
                            () -> GatewayApp.start(settings, GatewayParts.none().withClock(clock))));
        }
        starting.forEach((name, app) -> gateways.put(name, get(app)));
    }

    /** Founds nothing yet: starts an empty market in this folder, or goes on with the one that is there. */
    static Market start(DataFolder folder, LedgerKind kind, Ports ports, Clock clock) {
        return startWith(folder, kind, List.of(new ProvenantCode()), ports, clock);
    }

    /** The same with more chaincodes on the channel than the product's, which is the first. */
    static Market startWith(DataFolder folder, LedgerKind kind, List<LedgerCode> codes, Ports ports, Clock clock) {
        return new Market(folder, kind, codes, ports, clock);
    }

    /** The gateways by the organisation's name. */
    Map<String, GatewayApp> gateways() {
        return Map.copyOf(gateways);
    }

    /** The gateway of the organisation with this name. */
    GatewayApp gateway(String name) {
        return Optional.ofNullable(gateways.get(name)).orElseThrow();
    }

    /** The issuer's URL. */
    String issuer() {
        return issuer;
    }

    /** The client secrets. */
    Secrets secrets() {
        return secrets;
    }

    /** The ledger. */
    MarketLedger ledger() {
        return ledger;
    }

    /** Every process that belongs to it: this one, what it has started, and PostgreSQL's. */
    Stream<ProcessHandle> processes() {
        return Stream.of(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants(),
                        database.processes())
                .flatMap(each -> each)
                .distinct();
    }

    /** The folders of all organisations. */
    List<MemberFolder> members() {
        return members;
    }

    /** The folder of an organisation. */
    MemberFolder member(String name) {
        return members.stream()
                .filter(member -> member.member().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Starts something that is closed with the market, however far it and the market have come. */
    private <T extends AutoCloseable> CompletableFuture<T> inBackground(Supplier<T> start) {
        CompletableFuture<T> starting = CompletableFuture.supplyAsync(start);
        open.push(() -> get(starting).close());
        return starting;
    }

    private static <T> T get(CompletableFuture<T> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Stops everything, the last started first. */
    @Override
    public void close() {
        RuntimeException failed = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                RuntimeException cause = new IllegalStateException("not everything stopped cleanly", e);
                if (failed == null) {
                    failed = cause;
                } else {
                    failed.addSuppressed(cause);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
