package io.provenant.gateway.index.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonString;
import io.provenant.gateway.index.AuditRow;
import io.provenant.gateway.index.AuditSubject;
import io.provenant.gateway.index.FieldChange;
import io.provenant.gateway.index.Relation;
import io.provenant.gateway.testing.TestTransaction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexAuditTest extends IndexFixture {

    @Test
    void an_audit_says_who_did_what_when_and_what_changed() {
        block(TestRecords.party("pty-medical", "APPLIED", 1, "a"));
        block(TestRecords.party("pty-medical", "VERIFIED", 2, "b").at(FIRST_MS + 7));

        List<AuditRow> rows = audit(AuditSubject.Kind.PARTY, "pty-medical");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).changes())
                .containsExactly(new FieldChange(
                        "state", Optional.of(new JsonString("APPLIED")), Optional.of(new JsonString("VERIFIED"))));
        assertThat(rows.get(0).fact()).isEqualTo("Party.written");
        assertThat(rows.get(0).written().txMs()).isEqualTo(FIRST_MS + 7);
        assertThat(rows.get(1).changes()).extracting(FieldChange::field).containsExactly("kind", "state");
        assertThat(rows.get(1).changes()).allMatch(change -> change.before().isEmpty());
    }

    @Test
    void an_audit_of_a_party_holds_what_it_sent_and_what_names_it_also_in_keys_and_after_its_end() {
        block(TestRecords.party("pty-medical", "APPLIED", 1, "a"));
        block(TestRecords.version(TestRecords.VERSION, "b", ""));
        block(TestRecords.entry("pty-medical", "c"));
        block(TestTransaction.of("list:publish", "d")
                .write("PTL!pty-medical!L", TestRecords.record("PartyHead", "PTL!pty-medical!L", 1, "d", "pty-assoc")));
        block(TestTransaction.of("list:remove", "e").delete("LEN!" + TestRecords.ENTRY, "ListEntry"));

        assertThat(audit(AuditSubject.Kind.PARTY, "pty-medical"))
                .extracting(AuditRow::key)
                .containsExactly(
                        "LEN!" + TestRecords.ENTRY,
                        "PTL!pty-medical!L",
                        "LEN!" + TestRecords.ENTRY,
                        "AVR!" + TestRecords.VERSION,
                        "PTY!pty-medical");
    }

    @Test
    void an_audit_of_a_version_holds_its_children_the_requests_and_the_decisions_on_it() {
        block(TestRecords.version(TestRecords.VERSION, "a", ""));
        block(TestRecords.version(TestRecords.CHILD, "b", TestRecords.VERSION));
        block(TestRecords.request(TestRecords.VERSION, "c"));
        block(TestRecords.decision("d"));

        assertThat(audit(AuditSubject.Kind.VERSION, TestRecords.VERSION))
                .extracting(AuditRow::key)
                .containsExactly(
                        "DEC!" + TestRecords.REQUEST,
                        "REQ!" + TestRecords.REQUEST,
                        "AVR!" + TestRecords.CHILD,
                        "AVR!" + TestRecords.VERSION);
        assertThat(audit(AuditSubject.Kind.DECISION, TestRecords.REQUEST))
                .extracting(AuditRow::key)
                .containsExactly("DEC!" + TestRecords.REQUEST, "REQ!" + TestRecords.REQUEST);
    }

    @Test
    void what_a_decision_read_is_not_what_it_is_about() {
        block(TestRecords.decision("d"));

        assertThat(audit(AuditSubject.Kind.PARTY, "pty-insurer")).isEmpty();
    }

    @Test
    void an_audit_of_a_log_follows_its_origin() {
        String origin = "ledger.example/market-1/pty-exchange/trade-0";
        block(TestTransaction.of("log:open", "a")
                .write("LOG!" + origin, TestRecords.record("Log", "LOG!" + origin, 1, "a", "pty-exchange"))
                .write("LHD!" + origin, TestRecords.record("LogHead", "LHD!" + origin, 1, "a", "pty-exchange")));
        block(TestTransaction.of("log:advance", "b")
                .write(
                        "LHD!" + origin,
                        TestRecords.record("LogHead", "LHD!" + origin, 2, "b", "pty-exchange")
                                .with("size", 10)));

        assertThat(audit(AuditSubject.Kind.ORIGIN, origin))
                .extracting(AuditRow::key)
                .containsExactly("LHD!" + origin, "LOG!" + origin, "LHD!" + origin);
    }

    @Test
    void look_ups_find_by_consent_parent_version_and_party() {
        block(TestRecords.version(TestRecords.VERSION, "a", ""));
        block(TestRecords.version(TestRecords.CHILD, "b", TestRecords.VERSION));
        block(TestRecords.request(TestRecords.VERSION, "c"), TestRecords.decision("d"));
        block(TestRecords.entry("pty-medical", "e"));

        assertThat(related(Relation.VERSIONS_OF_CONSENT, TestRecords.CONSENT))
                .containsExactly("AVR!" + TestRecords.VERSION, "AVR!" + TestRecords.CHILD);
        assertThat(related(Relation.CHILDREN_OF_VERSION, TestRecords.VERSION))
                .containsExactly("AVR!" + TestRecords.CHILD);
        assertThat(related(Relation.DECISIONS_OF_VERSION, TestRecords.VERSION))
                .containsExactly("DEC!" + TestRecords.REQUEST);
        assertThat(related(Relation.LIST_ENTRIES_OF_PARTY, "pty-medical")).containsExactly("LEN!" + TestRecords.ENTRY);
        assertThat(related(Relation.LIST_ENTRIES_OF_PARTY, "pty-assoc")).isEmpty();
    }
}
