package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Chapter: the market changes its own rules. From now on black entries of the association in the health sector deny a
 * use; three people of three organisations approve, none of them the one who sends.
 */
final class NextRules {

    private static final String ID = "rs-cn-2026-2";
    private static final String PROPOSER = "regulator-deputy";
    private static final Duration NOTICE = Duration.ofSeconds(8);

    private final Stage stage;
    private final RuleSections first;

    NextRules(Stage stage, RuleSections first) {
        this.stage = stage;
        this.first = first;
    }

    /** Tells it; the moment from which the new rule set is in force, in ms since 1970. */
    long tell() {
        stage.narrator().chapter("A next rule set is consulted on, approved and adopted");
        RuleSections next = first.adoptingListOf("pty-assoc", "health");
        next.additionsBeyond(first).forEach(section -> stage.send(PROPOSER, "rules:addSection", section));
        JsonObject consult = next.ruleSet(ID, 2).with("supersedesId", Founding.RULE_SET);
        stage.send(PROPOSER, "rules:consult", consult);
        stage.narrator().held("%s proposes that black entries of pty-assoc in the health sector deny a use", PROPOSER);
        long inForceFromMs = stage.now() + NOTICE.toMillis();
        JsonObject adopt = JsonObject.empty()
                .with("ruleSetId", ID)
                .with("rev", 1)
                .with("inForceFromMs", inForceFromMs)
                .withTexts("approverIds", List.of("pty-assoc", "pty-cac", "pty-exchange"));
        List.of("regulator-officer", "exchange-compliance", "association-officer")
                .forEach(person -> stage.approve(person, "rules:adopt", adopt));
        stage.send(PROPOSER, "rules:adopt", adopt);
        stage.narrator()
                .held(
                        "approved by regulator, exchange and association; %s is in force from %s",
                        ID, Instant.ofEpochMilli(inForceFromMs));
        stage.narrator().remark("here a consultation is over at once; by default it takes thirty days");
        return inForceFromMs;
    }
}
