package io.provenant.ruleset;

import static io.provenant.ledger.ReasonCode.SECTION_HASH_MISMATCH;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.command.UseCase;
import io.provenant.ledger.Change;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Key;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.Tx;
import io.provenant.shape.Field;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;

/**
 * {@code rules:addSection}: stores one named value under the hash of its bytes, for rule sets to name. It has no force
 * until a rule set that names it is adopted.
 */
public final class AddSection implements UseCase<AddSection.Addition> {

    private static final CommandSpec SPEC = CommandSpec.of(
                    "rules:addSection",
                    "Store a section of rules under its hash",
                    Role.REGULATOR_OFFICER,
                    Role.EXCHANGE_COMPLIANCE,
                    Role.ASSOCIATION_OFFICER,
                    Role.MARKET_FOUNDER)
            .body(Shape.of(
                    Field.of("name", FieldTypes.text("[a-z][A-Za-z0-9]{0,63}", "name of a section")),
                    Field.of("value", FieldTypes.any()),
                    Field.of("sectionHash", FieldTypes.digest())))
            .step(Step.create(Section.TYPE, "STORED"))
            .asIdempotent();

    /** The section and its hash. */
    public record Addition(JsonObject body) implements Command {
        Section section() {
            return Section.of(body.text("name"), body.value("value"));
        }
    }

    @Override
    public CommandSpec spec() {
        return SPEC;
    }

    @Override
    public Addition read(JsonObject body) {
        return new Addition(body);
    }

    @Override
    public Outcome apply(Addition addition, Tx tx, Ledger ledger) {
        Section section = addition.section();
        Digest hash = tx.digests().digest(section.json().canonicalBytes());
        Refusals refusals = new Refusals();
        refusals.require(
                hash.hex().equals(addition.body().text("sectionHash")),
                SECTION_HASH_MISMATCH,
                Detail.field("/body/sectionHash"),
                Detail.expected(hash));
        SectionSchemas.check(section, refusals);
        if (!refusals.isEmpty()) {
            return refusals.rejected();
        }
        Key<Section> key = Section.key(hash);
        JsonObject answer = JsonObject.empty().with("sectionHash", hash.hex());
        return ledger.get(key).isPresent()
                ? Outcome.unchanged(answer)
                : new Outcome.Accepted(List.of(new Change.Create(key, section.json())), answer);
    }
}
