package io.provenant.gateway.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.RecordTypes;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.index.TransactionRow;
import io.provenant.gateway.ledger.block.BlockFaultException;
import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.ledger.EntryType;
import io.provenant.party.Party;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class IndexFeedTest extends IndexFixture {

    @Test
    void what_an_invalid_transaction_claims_is_nowhere_but_in_its_own_row() {
        block(TestRecords.party("pty-medical", "ACTIVE", 1, "forged")
                .code(TxValidationCode.ENDORSEMENT_POLICY_FAILURE)
                .at(FIRST_MS + 999_999));

        assertThat(index.record("PTY!pty-medical")).isInstanceOf(Lookup.NotFound.class);
        assertThat(audit(AuditSubject.Kind.PARTY, "pty-exchange")).isEmpty();
        TransactionRow row = found(index.transaction(TestTransaction.txId("forged")));
        assertThat(row.validationCode()).isEqualTo("ENDORSEMENT_POLICY_FAILURE");
        assertThat(row.written().partyId()).isEmpty();
        assertThat(row.facts()).isEmpty();
        assertThat(index.asOf().ledgerTimeMs()).isZero();
    }

    @Test
    void of_several_copies_of_a_transaction_the_valid_one_is_shown() {
        block(
                TestRecords.party("pty-medical", "APPLIED", 1, "a").code(TxValidationCode.BAD_CREATOR_SIGNATURE),
                TestRecords.party("pty-medical", "APPLIED", 1, "a"));
        block(TestRecords.party("pty-medical", "APPLIED", 1, "a").code(TxValidationCode.DUPLICATE_TXID));

        TransactionRow row = found(index.transaction(TestTransaction.txId("a")));

        assertThat(row.validationCode()).isEqualTo("VALID");
        assertThat(row.written().txNumber()).isEqualTo(1);
    }

    @Test
    void a_value_with_characters_that_databases_dislike_is_kept_as_it_is() {
        JsonObject section = JsonObject.empty().with("name", "x").with("value", "\u0000 \u2028 \uD83D\uDE00 ' \\");
        block(TestTransaction.of("rules:addSection", "a").write("RUS!" + "0".repeat(64), section));

        assertThat(found(index.record("RUS!" + "0".repeat(64))).value()).contains(section);
    }

    @Test
    void a_record_of_an_unknown_kind_or_schema_stops_it_and_writes_nothing_of_the_block() {
        JsonObject newer =
                TestRecords.record("Party", "PTY!pty-b", 1, "b", "pty-exchange").with("schemaVersion", "2.0.0");

        assertThatThrownBy(() -> block(
                        TestRecords.party("pty-a", "APPLIED", 1, "a"),
                        TestTransaction.of("party:verify", "b").write("PTY!pty-b", newer)))
                .isInstanceOf(UnknownRecordException.class)
                .hasMessage("the value of PTY!pty-b is a Party of schema 2.0.0; this gateway knows Party up to schema"
                        + " 1.0.0: start the gateway of the version that the chaincode runs");
        assertThat(index.asOf().height()).isZero();
        assertThat(index.record("PTY!pty-a")).isInstanceOf(Lookup.NotFound.class);
        assertThatThrownBy(() -> store.feeder()
                        .accept(reader.read(new TestChain()
                                .block(TestTransaction.of("x:y", "z")
                                        .write("ZZZ!1", JsonObject.empty().with("docType", "Zebra"))))))
                .isInstanceOf(BlockFaultException.class);
    }

    @Test
    void records_of_two_schemas_of_a_type_are_both_taken_and_shown_as_they_were_written() {
        List<EntryType<?>> types = new ArrayList<>(RecordTypes.all());
        types.replaceAll(type -> type.equals(Party.TYPE) ? type.next("1.1.0", json -> json.with("tier", "A")) : type);
        store = IndexStore.open(database, database, types, Commands.all());
        JsonObject newer = TestRecords.record("Party", "PTY!pty-b", 1, "b", "pty-exchange")
                .with("schemaVersion", "1.1.0")
                .with("tier", "B");

        block(
                TestRecords.party("pty-a", "APPLIED", 1, "a"),
                TestTransaction.of("party:verify", "b").write("PTY!pty-b", newer));

        JsonObject older = found(index(store).record("PTY!pty-a")).value().orElseThrow();
        assertThat(older.text("schemaVersion")).isEqualTo("1.0.0");
        assertThat(older.has("tier")).isFalse();
        assertThat(found(index(store).record("PTY!pty-b")).value()).contains(newer);
    }

    @Test
    void blocks_of_another_ledger_are_refused() {
        TestChain other = new TestChain();
        other.block(TestRecords.party("pty-x", "APPLIED", 1, "x"));
        other.block(TestRecords.party("pty-x", "VERIFIED", 2, "y"));
        block(TestRecords.party("pty-a", "APPLIED", 1, "a"));

        assertThatThrownBy(() -> store.feeder().accept(reader.read(other.from(2).get(0))))
                .isInstanceOf(BlockFaultException.class)
                .hasMessageContaining("another ledger");
    }

    @Test
    void it_goes_on_where_it_stopped() {
        block(TestRecords.party("pty-a", "APPLIED", 1, "a"));
        store = open();

        block(TestRecords.party("pty-a", "VERIFIED", 2, "b"));

        assertThat(index(store).asOf().height()).isEqualTo(2);
        assertThat(index(store).history("PTY!pty-a", SliceRequest.first()).items())
                .hasSize(2);
    }

    @Test
    void a_rebuild_serves_once_it_came_as_far_and_answers_the_same() {
        block(TestRecords.version(TestRecords.VERSION, "a", ""), TestRecords.request(TestRecords.VERSION, "b"));
        block(TestRecords.decision("c"), TestRecords.entry("pty-medical", "d"));
        block(TestTransaction.of("list:remove", "e").delete("LEN!" + TestRecords.ENTRY, "ListEntry"));
        List<AuditRow> before = audit(AuditSubject.Kind.PARTY, "pty-medical");
        IndexRebuild rebuild = store.rebuild();

        chain.from(0).stream().map(reader::read).limit(3).forEach(rebuild::accept);
        assertThat(rebuild.done()).isNotDone();
        assertThat(Schema.numbers(database)).containsExactly(1, 2);
        rebuild.accept(reader.read(chain.from(3).get(0)));

        assertThat(rebuild.done()).isDone();
        assertThat(Schema.numbers(database)).containsExactly(2);
        assertThat(audit(AuditSubject.Kind.PARTY, "pty-medical")).isEqualTo(before);
        block(TestRecords.party("pty-z", "APPLIED", 1, "z"));
        assertThat(index.record("PTY!pty-z")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void a_rebuild_that_was_interrupted_goes_on() {
        block(TestRecords.party("pty-a", "APPLIED", 1, "a"));
        store.rebuild().accept(reader.read(chain.from(0).get(0)));
        store = open();

        assertThat(store.hasUnfinishedRebuild()).isTrue();
        IndexRebuild rebuild = store.rebuild();
        assertThat(rebuild.nextBlock()).isEqualTo(1);
        rebuild.accept(reader.read(chain.from(1).get(0)));

        assertThat(rebuild.done()).isDone();
        assertThat(store.hasUnfinishedRebuild()).isFalse();
    }

    @Test
    void what_somebody_made_to_break_it_is_taken_like_all_else() {
        String longName = "x".repeat(5_000) + "Id";
        JsonObject section = JsonObject.empty()
                .with("name", "x")
                .with(
                        "value",
                        JsonObject.empty()
                                .with("evilId", "\u0000")
                                .with("longId", "y".repeat(50_000))
                                .with(longName, "pty-a"));
        block(
                TestTransaction.of("rules:addSection", "a").write("RUS!" + "1".repeat(64), section),
                TestRecords.party("pty-a", "APPLIED", 1, "b")
                        .named("nul \u0000")
                        .code(TxValidationCode.BAD_PROPOSAL_TXID),
                TestRecords.party("pty-a", "APPLIED", 1, "c")
                        .by("\u0000", new byte[] {0})
                        .code(TxValidationCode.BAD_CREATOR_SIGNATURE));

        assertThat(found(index.record("RUS!" + "1".repeat(64))).value()).contains(section);
        assertThat(audit(AuditSubject.Kind.PARTY, "pty-a")).isEmpty();
        assertThat(index.asOf().height()).isEqualTo(1);
    }

    @Test
    void a_rebuild_after_one_that_was_interrupted_and_finished_leaves_the_index_that_serves_alone() {
        block(TestRecords.party("pty-a", "APPLIED", 1, "a"));
        store.rebuild().accept(reader.read(chain.from(0).get(0)));
        store = open();
        store.rebuild().accept(reader.read(chain.from(1).get(0)));

        IndexRebuild again = store.rebuild();

        assertThat(Schema.numbers(database)).containsExactly(2, 3);
        chain.from(0).stream().map(reader::read).forEach(again::accept);
        assertThat(Schema.numbers(database)).containsExactly(3);
        assertThat(index(store).record("PTY!pty-a")).isInstanceOf(Lookup.Found.class);
    }
}
