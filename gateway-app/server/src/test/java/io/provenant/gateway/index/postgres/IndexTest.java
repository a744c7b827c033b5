package io.provenant.gateway.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.gateway.index.AsOf;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.RecordVersion;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import io.provenant.gateway.testing.TestTransaction;
import io.provenant.ledger.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexTest extends IndexFixture {

    @Test
    void a_record_is_found_as_it_was_stored_with_who_wrote_it_and_where() {
        block(TestRecords.party("pty-medical", "APPLIED", 1, "a").at(FIRST_MS + 5));

        RecordVersion record = found(index.record("PTY!pty-medical"));

        assertThat(record.docType()).isEqualTo("Party");
        assertThat(record.value().orElseThrow().text("state")).isEqualTo("APPLIED");
        assertThat(record.written().blockNumber()).isEqualTo(1);
        assertThat(record.written().txId()).isEqualTo(TestTransaction.txId("a"));
        assertThat(record.written().mspId()).isEqualTo("ExchangeMSP");
        assertThat(record.written().partyId()).contains("pty-exchange");
        assertThat(record.written().role()).contains("provider.officer");
        assertThat(record.written().command()).isEqualTo("party:verify");
        assertThat(index.asOf()).isEqualTo(new AsOf(1, FIRST_MS + 5));
    }

    @Test
    void nothing_found_not_indexed_and_not_visible_are_three_answers() {
        block(TestTransaction.of("document:deposit", "d")
                .deposit("_implicit_org_RegulatorMSP", "PVD!pty-cac!00", "secret"));
        block(TestTransaction.of("document:deposit", "e").deposit("pdcCase", "PVD!pty-cac!01", "secret"));

        assertThat(index.record("PTY!pty-nobody")).isEqualTo(new Lookup.NotFound<>(index.asOf()));
        assertThat(index.document("_implicit_org_RegulatorMSP", "PVD!pty-cac!00"))
                .isEqualTo(new Lookup.NotVisible<>(index.asOf()));
        assertThat(index.document("_implicit_org_RegulatorMSP", "PVD!pty-cac!99"))
                .isEqualTo(new Lookup.NotFound<>(index.asOf()));
        assertThat(found(index.document("pdcCase", "PVD!pty-cac!01")).written().txId())
                .isEqualTo(TestTransaction.txId("e"));

        ledgerHeight = 3;
        assertThat(index.record("PTY!pty-nobody")).isEqualTo(new Lookup.NotIndexed<>(index.asOf(), 3));
        assertThat(index.transaction("00")).isInstanceOf(Lookup.NotIndexed.class);
    }

    @Test
    void history_shows_each_state_newest_first_and_its_end() {
        block(TestRecords.party("pty-medical", "APPLIED", 1, "a"));
        block(TestRecords.party("pty-medical", "VERIFIED", 2, "b"), TestRecords.party("pty-medical", "ACTIVE", 3, "c"));
        block(TestTransaction.of("party:decline", "d").delete("PTY!pty-medical", "Party"));

        List<RecordVersion> history =
                index.history("PTY!pty-medical", SliceRequest.first()).items();

        assertThat(history)
                .extracting(version ->
                        version.value().map(value -> value.text("state")).orElse("-"))
                .containsExactly("-", "ACTIVE", "VERIFIED", "APPLIED");
        assertThat(index.record("PTY!pty-medical")).isInstanceOf(Lookup.NotFound.class);
    }

    @Test
    void a_list_goes_on_at_its_own_height_whatever_is_written_meanwhile() {
        for (String id : List.of("pty-a", "pty-c", "pty-e")) {
            block(TestRecords.party(id, "APPLIED", 1, id));
        }
        Slice<RecordVersion> first = index.list("PTY", new SliceRequest(1, Optional.empty()));
        block(
                TestRecords.party("pty-b", "APPLIED", 1, "b"),
                TestRecords.party("pty-c", "ACTIVE", 2, "c"),
                TestTransaction.of("party:decline", "d").delete("PTY!pty-e", "Party"));

        Slice<RecordVersion> rest = index.list("PTY", new SliceRequest(10, first.next()));

        assertThat(first.items()).extracting(RecordVersion::id).containsExactly("pty-a");
        assertThat(rest.items()).extracting(RecordVersion::id).containsExactly("pty-c", "pty-e");
        assertThat(rest.items().get(0).value().orElseThrow().text("state")).isEqualTo("APPLIED");
        assertThat(rest.asOf()).isEqualTo(first.asOf());
        assertThat(rest.next()).isEmpty();
        assertThat(index.list("PTY", SliceRequest.first()).items())
                .extracting(RecordVersion::id)
                .containsExactly("pty-a", "pty-b", "pty-c");
    }

    @Test
    void every_list_comes_in_parts_that_fit_together() {
        for (int i = 1; i <= 7; i++) {
            block(TestRecords.party("pty-medical", "APPLIED", i, "tx-" + i));
        }

        assertThat(inParts(part -> index.history("PTY!pty-medical", part)))
                .hasSize(7)
                .doesNotHaveDuplicates();
        assertThat(inParts(part -> index.audit(new AuditSubject(AuditSubject.Kind.PARTY, "pty-medical"), part)))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_of_another_list_or_of_nobody_is_refused() {
        block(TestRecords.party("pty-a", "APPLIED", 1, "a"), TestRecords.party("pty-b", "APPLIED", 1, "b"));
        Optional<String> cursor =
                index.list("PTY", new SliceRequest(1, Optional.empty())).next();

        assertThatThrownBy(() -> index.list("AVR", new SliceRequest(1, cursor)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a cursor of another list");
        assertThatThrownBy(() -> index.list("PTY", new SliceRequest(1, Optional.of("?"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a cursor of this gateway");
    }

    @Test
    void the_state_of_the_index_is_what_the_rules_would_read_on_a_peer() {
        TestTransaction first = TestRecords.party("pty-a", "APPLIED", 1, "a");
        block(first, TestRecords.party("pty-b", "APPLIED", 1, "b"));
        block(TestTransaction.of("document:deposit", "d").deposit("pdcCase", "PVD!pty-cac!01", "secret"));
        block(TestTransaction.of("party:decline", "e").delete("PTY!pty-b", "Party"));

        index.onState((state, asOf) -> {
            assertThat(state.get("PTY!pty-a"))
                    .hasValueSatisfying(value -> assertThat(value).contains("\"state\":\"APPLIED\""));
            assertThat(state.get("PTY!pty-b")).isEmpty();
            assertThat(state.range("PTY!", "PTY\"", 10))
                    .extracting(State.Row::key)
                    .containsExactly("PTY!pty-a");
            assertThat(state.privateHash("pdcCase", "PVD!pty-cac!01")).isPresent();
            assertThat(state.privateHash("pdcCase", "PVD!pty-cac!02")).isEmpty();
            return asOf.height();
        });
    }
}
