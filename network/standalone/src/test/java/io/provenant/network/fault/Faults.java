package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.ledger.LedgerClient;
import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.block.LedgerTransaction;
import io.provenant.network.testing.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Faults under load on one market, and the account of all that was told in the course of them: what was committed is on
 * the chain once, and what was told to have failed is not on it.
 */
final class Faults {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int AROUND = 8;

    private final FaultyLedger ledger;
    private final Care care;
    private final List<Told> account = new ArrayList<>();

    Faults(FaultyLedger ledger, Care care) {
        this.ledger = ledger;
        this.care = care;
    }

    /**
     * Breaks something under load, holds it so, repairs it, and waits until all is well. While it is broken a person
     * withdraws and a use is decided. Gives the longest time in which nothing was committed, and fails where the load is
     * told anything else than these words.
     */
    Duration under(
            LedgerClient client, String fault, Set<String> words, Duration hold, Runnable breaks, Runnable repairs) {
        try (Load load = Load.on(client)) {
            load.awaitCommitted(AROUND);
            awaitRecovery();
            long from = System.nanoTime();
            breaks.run();
            CompletableFuture<Submission.Committed> restriction =
                    CompletableFuture.supplyAsync(() -> care.withdrawAndDecide(client));
            hold(hold);
            repairs.run();
            load.awaitCommitted(AROUND);
            restriction.join();
            List<Told> told = load.stop();
            account.addAll(told);
            Duration gap = gap(told, from);
            report(fault, told, gap);
            assertThat(told.stream().map(Told::kind)).as(fault).allMatch(words::contains);
            requireAccount(client);
            return gap;
        }
    }

    /** One fault at a time: of four BFT orderers three must agree, and one that was away is none of them yet. */
    private void awaitRecovery() {
        Awaitility.await().atMost(PATIENCE).until(() -> ledger.network().isLeaderAgreed());
    }

    /** Passes the time that a fault lasts. */
    static void hold(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plus(PATIENCE)).until(() -> true);
    }

    /** Compares all that was told so far with the chain, as another organisation's peer has it. */
    void requireAccount(LedgerClient client) {
        Awaitility.await().atMost(PATIENCE).until(() -> ledger.outbox().open().isEmpty());
        NewSection last = NewSection.next();
        Submission.Committed end = new Insistence(client).submit(FaultyLedger.OFFICER, last.command());
        Chain chain = Chain.upTo(ledger.ledger(), end.blockNumber());
        List<String> keys = chain.keysWritten("rules:addSection").toList();
        assertThat(keys).as("sections, each written once").doesNotHaveDuplicates();
        Set<String> written =
                keys.stream().map(key -> key.substring(key.indexOf('!') + 1)).collect(Collectors.toSet());
        for (Told told : account) {
            assertThat(written.contains(told.subject()))
                    .as("section " + told.subject() + " is on the chain, told " + told.submission())
                    .isEqualTo(isCommitted(client, told));
            if (told.submission() instanceof Submission.Committed committed) {
                assertThat(chain.transactions().stream()
                                .filter(LedgerTransaction::isValid)
                                .filter(transaction -> transaction.txId().equals(committed.txId())))
                        .hasSize(1);
            }
        }
        for (String command : List.of("consent:withdraw", "usage:request", "usage:decide")) {
            assertThat(chain.valid(command).stream()
                            .filter(transaction ->
                                    !transaction.writeSet().writes().isEmpty()))
                    .as(command + ", each effective once")
                    .hasSize(care.cases());
        }
    }

    private static boolean isCommitted(LedgerClient client, Told told) {
        if (told.submission() instanceof Submission.Indeterminate unknown) {
            return client.outcome(unknown.txId())
                    .filter(Submission.Committed.class::isInstance)
                    .isPresent();
        }
        return told.isCommitted();
    }

    /** The longest time without a commit from the fault on, the one that it falls into included. */
    private static Duration gap(List<Told> told, long from) {
        List<Long> commits = told.stream()
                .filter(Told::isCommitted)
                .map(Told::atNanos)
                .sorted()
                .toList();
        long longest = 0;
        long previous = from;
        for (long commit : commits) {
            if (commit > from) {
                longest = Math.max(longest, commit - previous);
                previous = commit;
            }
        }
        return Duration.ofNanos(longest);
    }

    private static void report(String fault, List<Told> told, Duration gap) {
        System.out.printf(
                Locale.ROOT,
                "fault, %s: %s: longest time without a commit %.1f s, told %s%n",
                TestRun.ledger().code(),
                fault,
                gap.toMillis() / 1e3,
                told.stream().collect(Collectors.groupingBy(Told::kind, TreeMap::new, Collectors.counting())));
    }
}
