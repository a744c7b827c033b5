package io.provenant.gateway.ledger.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.block.BlockReader;
import io.provenant.gateway.ledger.block.LedgerBlock;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.ledger.Role;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static final JsonObject VALUE =
            JsonObject.empty().with("docType", "Party").with("rev", 1);
    private static final JsonObject TICK =
            JsonObject.empty().with("docType", "Fence").with("rev", 1);

    private final TestChain chain = new TestChain();
    private final BlockReader reader = new BlockReader(TestChain.CHAINCODE);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Commits commits = new Commits(outbox, Runnable::run);

    @BeforeEach
    void founded() {
        commits.accept(block(TestTransaction.of("market:found", "found").write("TIK!market", TICK)));
    }

    @Test
    void a_block_ends_what_it_holds_and_the_outbox_knows_before_anybody_else() {
        TestTransaction sent = read("a");
        Commits.Awaited awaited = expect(sent);
        boolean[] known = new boolean[1];
        var unused = awaited.ending()
                .thenAccept(ending -> known[0] =
                        outbox.find(ending.txId()).orElseThrow().ending().isPresent());

        commits.accept(block(sent));

        assertThat(awaited.ending().join().isValid()).isTrue();
        assertThat(awaited.ending().join().blockNumber()).isEqualTo(2);
        assertThat(known[0]).isTrue();
        assertThat(commits.unended()).isEmpty();
    }

    @Test
    void a_conflict_names_the_keys_that_were_stale() {
        TestTransaction sent = read("a").read("PTY!pty-a", 1, 5).read("PTY!pty-b", 1, 6);
        Commits.Awaited awaited = expect(sent);
        commits.accept(block(TestTransaction.of("party:verify", "other").write("PTY!pty-b", VALUE)));

        commits.accept(block(sent.code(TxValidationCode.MVCC_READ_CONFLICT)));

        Ending ending = awaited.ending().join();
        assertThat(ending.staleKeys()).containsExactly("PTY!pty-b");
        assertThat(ending.isWorthAnotherTry()).isTrue();
        assertThat(ending.isFenceOnly()).isFalse();
    }

    @Test
    void a_conflict_inside_one_block_sees_what_stood_before_it() {
        TestTransaction sent = read("a").read("PTY!pty-b", 1, 6).code(TxValidationCode.MVCC_READ_CONFLICT);
        Commits.Awaited awaited = expect(sent);

        commits.accept(block(TestTransaction.of("party:verify", "other").write("PTY!pty-b", VALUE), sent));

        assertThat(awaited.ending().join().staleKeys()).containsExactly("PTY!pty-b");
    }

    @Test
    void a_conflict_with_nothing_but_a_tick_is_the_fence_alone() {
        TestTransaction sent = read("a").code(TxValidationCode.MVCC_READ_CONFLICT);
        Commits.Awaited awaited = expect(sent);

        commits.accept(block(tick("tick"), sent));

        assertThat(awaited.ending().join().isFenceOnly()).isTrue();
        assertThat(awaited.ending().join().code()).isEqualTo("MVCC_READ_CONFLICT");
    }

    @Test
    void a_tick_ends_what_is_in_no_block() {
        Commits.Awaited awaited = expect(read("lost"));

        commits.accept(block(tick("tick")));

        Ending ending = awaited.ending().join();
        assertThat(ending.code()).isEqualTo(Ending.FENCE_PASSED);
        assertThat(ending.isFenceOnly()).isTrue();
        assertThat(outbox.open()).isEmpty();
    }

    @Test
    void a_tick_does_not_end_what_was_endorsed_after_it() {
        commits.accept(block(tick("tick")));
        Commits.Awaited awaited = expect(TestTransaction.of("approve", "a").read("TIK!market", 2, 0));

        commits.accept(block(TestTransaction.of("approve", "other")));

        assertThat(awaited.ending()).isNotDone();
    }

    @Test
    void what_was_endorsed_before_a_tick_that_is_known_is_over_before_it_is_sent() {
        commits.accept(block(tick("tick")));

        Commits.Awaited awaited = expect(read("late"));

        assertThat(awaited.ending().join().code()).isEqualTo(Ending.FENCE_PASSED);
        assertThat(outbox.open()).isEmpty();
    }

    @Test
    void a_deposit_does_not_read_the_fence_and_no_tick_ends_it() {
        Commits.Awaited awaited = expect(
                TestTransaction.of("document:deposit", "deposit").deposit("_implicit_org_ExchangeMSP", "k", "v"));

        commits.accept(block(tick("tick")));

        assertThat(awaited.ending()).isNotDone();
    }

    @Test
    void somebody_elses_transaction_under_the_same_id_ends_nothing() {
        TestTransaction sent = read("a");
        Commits.Awaited awaited = expect(sent);
        TestTransaction forged = TestTransaction.of("market:tick", "a").code(TxValidationCode.BAD_PROPOSAL_TXID);

        commits.accept(block(forged));

        assertThat(awaited.ending()).isNotDone();
        commits.accept(block(sent.code(TxValidationCode.DUPLICATE_TXID)));
        assertThat(awaited.ending().join().isWorthAnotherTry()).isTrue();
    }

    @Test
    void of_copies_in_one_block_the_valid_one_counts() {
        TestTransaction sent = read("a");
        Commits.Awaited awaited = expect(sent);
        TestTransaction unsigned = read("a").signed("nobody").code(TxValidationCode.BAD_CREATOR_SIGNATURE);
        TestTransaction again = read("a").code(TxValidationCode.DUPLICATE_TXID);

        commits.accept(block(unsigned, sent, again));

        assertThat(awaited.ending().join().isValid()).isTrue();
    }

    @Test
    void what_an_earlier_process_sent_is_awaited_again() {
        TestTransaction sent = read("a");
        expect(sent);
        Commits next = new Commits(outbox, Runnable::run);

        assertThat(next.resume()).contains(1L);
        next.accept(block(sent));

        assertThat(outbox.find(TestTransaction.txId("a"))
                        .orElseThrow()
                        .ending()
                        .orElseThrow()
                        .isValid())
                .isTrue();
        assertThat(next.unended()).isEmpty();
    }

    @Test
    void what_is_released_is_sent_no_more_and_is_committed_where_a_block_has_it_after_all() {
        TestTransaction sent = read("a");
        Commits.Awaited awaited = expect(sent);

        assertThat(commits.release(TestTransaction.txId("a"))).isTrue();
        assertThat(commits.release(TestTransaction.txId("a"))).isFalse();
        assertThat(commits.sendable()).isEmpty();
        assertThat(awaited.ending()).isNotDone();
        assertThat(outbox.find(TestTransaction.txId("a")).orElseThrow().ending())
                .isEmpty();

        commits.accept(block(sent));

        assertThat(awaited.ending().join().isValid()).isTrue();
    }

    @Test
    void what_was_released_before_a_restart_is_found_in_a_later_block_and_has_no_block_read_again() {
        TestTransaction sent = read("a");
        expect(sent);
        commits.release(TestTransaction.txId("a"));
        Commits next = new Commits(outbox, Runnable::run);

        assertThat(next.resume()).isEmpty();
        assertThat(next.sendable()).isEmpty();
        next.accept(block(sent));

        assertThat(outbox.find(TestTransaction.txId("a")).orElseThrow().ending())
                .hasValueSatisfying(ending -> assertThat(ending.isValid()).isTrue());
    }

    @Test
    void what_a_database_that_is_away_cannot_note_is_not_released() {
        expect(read("a"));
        outbox.goAway();

        assertThatThrownBy(() -> commits.release(TestTransaction.txId("a"))).isInstanceOf(IllegalStateException.class);
        assertThat(commits.sendable()).hasSize(1);
    }

    @Test
    void nothing_may_be_sent_before_the_outbox_holds_it() {
        expect(read("a"));
        assertThat(commits.sendable()).hasSize(1);

        outbox.goAway();

        assertThatThrownBy(() -> expect(read("b"))).isInstanceOf(IllegalStateException.class);
        assertThat(commits.unended()).hasSize(2);
        assertThat(commits.sendable())
                .extracting(some -> some.envelope().txId())
                .containsExactly(TestTransaction.txId("a"));
    }

    private static TestTransaction read(String name) {
        return TestTransaction.of("approve", name).read("TIK!market", 1, 0);
    }

    private static TestTransaction tick(String name) {
        return TestTransaction.of("market:tick", name).write("TIK!market", TICK);
    }

    private Commits.Awaited expect(TestTransaction transaction) {
        return commits.expect(new OutboxEntry(
                SignedEnvelope.parse(transaction.prepared(), TestChain.CHAINCODE),
                new Signatory("a1b2c3d4e5f6", Role.EXCHANGE_OFFICER),
                "approve",
                Optional.empty(),
                1,
                Optional.empty()));
    }

    private LedgerBlock block(TestTransaction... transactions) {
        return reader.read(chain.block(transactions));
    }
}
