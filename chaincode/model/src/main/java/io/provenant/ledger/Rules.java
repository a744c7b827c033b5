package io.provenant.ledger;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import java.util.List;
import java.util.Optional;

/** The rule sets in force at the transaction's time (domain 3.9); every head, set and section used is a read. */
public interface Rules {

    /** The rule set for everything that is not bound to a regime. */
    RuleSections market();

    /** The rule set in force for a regime, or nothing. */
    Optional<RuleSections> of(String regime);

    /** Ids of the rule sets read so far, ascending. */
    List<String> used();

    /** The same rule sets, read through another recording; what is used there counts here too. */
    Rules through(Ledger other);

    /** The sections of one rule set, each fetched from the ledger at every use. */
    interface RuleSections {

        /** The rule set. */
        String ruleSetId();

        /** The value of a section; {@link RuleSetIncompleteException} where the rule set has none of this name. */
        JsonValue value(String section);

        /** A section that is one integer. */
        default long integer(String section) {
            return of(section, JsonInteger.class).value();
        }

        /** A section that is one string. */
        default String text(String section) {
            return of(section, JsonString.class).value();
        }

        /** A section that is a list of strings. */
        default List<String> texts(String section) {
            return of(section, JsonArray.class).texts();
        }

        /** A section that is a table. */
        default List<JsonObject> rows(String section) {
            return of(section, JsonArray.class).objects();
        }

        private <T> T of(String section, Class<T> kind) {
            JsonValue value = value(section);
            if (!kind.isInstance(value)) {
                throw new RuleSetIncompleteException(ruleSetId(), section);
            }
            return kind.cast(value);
        }
    }
}
