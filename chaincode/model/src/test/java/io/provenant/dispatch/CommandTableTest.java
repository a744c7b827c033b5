package io.provenant.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.command.Who;
import io.provenant.ledger.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table as domain 4 documents it: who sends a command, which step it takes, † restrictive, ◇ idempotent. */
class CommandTableTest {

    private static final String DOCUMENTED = """
            approve | any | APR ∅ → GIVEN | ◇
            asset:declare | provider.officer | AST ∅ → DECLARED |
            attest | any certificate | | read-only
            consent:give | controller.app, controller.dpo, subject.agent | CNS ∅ → GIVEN |
            consent:withdraw | any | | †◇
            document:deposit | any | | ◇
            ledger:describe | any certificate | | read-only
            list:notice | association.officer, regulator.officer | LEN PROPOSED → NOTICED |
            list:propose | association.officer, regulator.officer | LEN ∅ → PROPOSED | ◇
            list:publish | association.officer, regulator.officer | LEN NOTICED → PUBLISHED | †
            log:advance | log.operator | LOG ACTIVE → ACTIVE | ◇
            log:open | log.operator | LOG ∅ → ACTIVE |
            log:reportEquivocation | any | VIO ∅ → RECORDED | †◇
            market:found | market.founder | MKT ∅ → FOUNDED |
            market:tick | any certificate | | ◇
            notice:publish | controller.dpo | NTC ∅ → COMMUNICATED |
            party:activate | exchange.officer | PTY VERIFIED → ACTIVE |
            party:apply | org.admin, host.gateway | PTY ∅ → APPLIED |
            party:verify | exchange.officer | PTY APPLIED → VERIFIED |
            rules:addSection | regulator.officer, exchange.compliance, association.officer, market.founder | RUS ∅ → STORED | ◇
            rules:adopt | regulator.officer, exchange.compliance, association.officer | RUL CONSULTATION → APPROVED |
            rules:consult | regulator.officer, exchange.compliance, association.officer | RUL ∅ → CONSULTATION |
            usage:decide | consumer.officer, exchange.officer, regulator.officer | DEC ∅ → | ◇
            usage:request | consumer.officer | REQ ∅ → |
            version:release | provider.officer | AVR SEALED → AVAILABLE |
            version:seal | provider.officer | AVR ∅ → SEALED |
            """;

    @Test
    void every_command_has_its_documented_roles_step_and_marks() {
        List<String> rows =
                Commands.all().specs().stream().map(CommandTableTest::row).toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        DOCUMENTED.lines().map(String::stripTrailing).toList());
    }

    @Test
    void restrictions_ask_for_no_more_than_authorities_or_for_anybody() {
        assertThat(Commands.all().specs())
                .filteredOn(CommandSpec::restrictive)
                .allMatch(spec -> spec.who() instanceof Who.AnyParty
                        || (spec.who() instanceof Who.OneOf some
                                && List.of(Role.ASSOCIATION_OFFICER, Role.REGULATOR_OFFICER, Role.COURT_CLERK)
                                        .containsAll(some.roles())));
    }

    private static String row(CommandSpec spec) {
        String marks = (spec.restrictive() ? "†" : "") + (spec.idempotent() ? "◇" : "");
        return String.join(
                        " | ",
                        spec.name(),
                        roles(spec.who()),
                        spec.step().map(CommandTableTest::step).orElse(""),
                        spec.evaluated() ? "read-only" : marks)
                .replace("|  |", "| |")
                .stripTrailing();
    }

    private static String roles(Who who) {
        if (who instanceof Who.OneOf some) {
            return some.roles().stream().map(Role::code).collect(Collectors.joining(", "));
        }
        return who instanceof Who.AnyParty ? "any" : "any certificate";
    }

    private static String step(Step step) {
        String from = step.from().isEmpty() ? "∅" : String.join(", ", step.from());
        return (step.type().code() + " " + from + " → " + step.to()).strip();
    }
}
