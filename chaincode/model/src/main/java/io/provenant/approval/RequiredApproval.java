package io.provenant.approval;

import io.provenant.canonical.JsonObject;
import io.provenant.command.ApprovalSubject;
import io.provenant.ledger.Role;
import io.provenant.ledger.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the rule-set section {@code approvals}: one approval that a command needs.
 *
 * @param roles any of these
 * @param otherParty true if it must come from another party than the submitter's
 */
public record RequiredApproval(List<Role> roles, boolean otherParty) {

    /** The section's name. */
    public static final String SECTION = "approvals";

    /** Copies the roles in. */
    public RequiredApproval {
        roles = List.copyOf(roles);
    }

    /** The approvals that the rule set asks for this command; empty where it asks none. */
    public static List<RequiredApproval> of(String command, Rules.RuleSections rules) {
        return rules.rows(SECTION).stream()
                .filter(row -> row.text("command").equals(command))
                .flatMap(RequiredApproval::each)
                .toList();
    }

    /** The same, for a subject that may be asked as another command. */
    static List<RequiredApproval> of(String command, ApprovalSubject subject, Rules.RuleSections rules) {
        return of(subject.askedAs().orElse(command), rules);
    }

    private static Stream<RequiredApproval> each(JsonObject row) {
        List<Role> roles = row.texts("roles").stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .toList();
        RequiredApproval one = new RequiredApproval(roles, row.flag("otherParty"));
        return Stream.generate(() -> one).limit(row.integer("count"));
    }

    boolean accepts(Approval approval, Optional<String> submitterParty) {
        boolean rightRole = approval.role().filter(roles::contains).isPresent();
        boolean other =
                submitterParty.filter(approval.partyId().value()::equals).isEmpty();
        return rightRole && (other || !otherParty);
    }
}
