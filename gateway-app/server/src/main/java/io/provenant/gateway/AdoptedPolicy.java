package io.provenant.gateway;

import io.provenant.gateway.index.Index;
import io.provenant.gateway.log.AnchorPolicy;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Rules;
import io.provenant.ruleset.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * When heads go to the ledger, as the rule set in force says now (INV-L4); one that does not say leaves it as usual.
 * While the index does not answer, what it said last goes on.
 */
final class AdoptedPolicy implements Supplier<AnchorPolicy> {

    private final Index index;
    private final Clock clock;
    private volatile AnchorPolicy last = AnchorPolicy.usual();

    AdoptedPolicy(Index index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    @Override
    public AnchorPolicy get() {
        try {
            last = index.onState((state, asOf) -> {
                Rules.RuleSections rules = new RuleBook(new RecordedLedger(state), clock.millis()).market();
                return new AnchorPolicy(
                        Duration.ofSeconds(rules.integer("anchorEveryS")), rules.integer("anchorEveryLeaves"));
            });
        } catch (RuleSetIncompleteException e) {
            last = AnchorPolicy.usual();
        } catch (DataAccessException | TransactionException e) {
            return last; // health says that the database is away
        }
        return last;
    }
}
