package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.List;

/** Whose signatures a write needs: the chaincode's policy, and a key's own in its place. */
final class PolicySchedules {

    private static final Step OWN_POLICY = Step.of("a", "A", "put ~k0 v0", "policy ~k0 @B");

    private PolicySchedules() {}

    static List<Schedule> all() {
        return List.of(
                Schedule.of("one endorsement taken away", tampered(Tampering.ONE_ENDORSEMENT)),
                Schedule.of("one endorsement for two", tampered(Tampering.SAME_ENDORSEMENT_TWICE)),
                Schedule.of("a result that nobody endorsed", tampered(Tampering.CHANGED_RESULT)),
                Schedule.of("an envelope that somebody else signed", tampered(Tampering.OTHER_SIGNER)),
                Schedule.of(
                        "an event of an unendorsed transaction",
                        Round.of(Step.of("a", "A", "event e 1", "put ~k0 v0").tampered(Tampering.ONE_ENDORSEMENT))),
                Schedule.of(
                        "endorsed by a named pair",
                        Round.of(Step.of("a", "A", "put ~k0 v0").endorsedBy("B", "C"))),
                Schedule.of(
                        "endorsed by one that is named",
                        Round.of(Step.of("a", "A", "put ~k0 v0").endorsedBy("C"))),
                Schedule.of(
                        "endorsed by all",
                        Round.of(Step.of("a", "A", "put ~k0 v0").endorsedBy("A", "B", "C"))),
                Schedule.of(
                        "endorsed by nobody known",
                        Round.of(Step.of("a", "A", "put ~k0 v0").endorsedBy("D"))),
                Schedule.of(
                        "a key's policy replaces the chaincode's",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "put ~k0 v1").endorsedBy("B"))),
                Schedule.of(
                        "a key's policy is missed",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "put ~k0 v1").endorsedBy("A", "C"))),
                Schedule.of(
                        "the gateway plans by a key's policy",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "put ~k0 v1"))),
                Schedule.of(
                        "a key's policy and another key",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "put ~k0 v1", "put ~k1 v1"))),
                Schedule.of(
                        "a policy that nobody can satisfy",
                        Round.of(Step.of("a", "A", "put ~k0 v0", "policy ~k0 NobodyMSP")),
                        Round.of(Step.of("b", "A", "put ~k0 v1"))),
                Schedule.of(
                        "the first write and its policy in one block",
                        Round.of(OWN_POLICY, Step.of("b", "A", "put ~k0 v1")).ordered("a", "b")),
                Schedule.of(
                        "a change of policy and a write in one block",
                        Round.of(Step.of("a", "A", "put ~k0 v0")),
                        Round.of(Step.of("b", "A", "policy ~k0 @B"), Step.of("c", "A", "put ~k0 v1"))
                                .ordered("b", "c")),
                Schedule.of(
                        "a write and a change of policy in one block",
                        Round.of(Step.of("a", "A", "put ~k0 v0")),
                        Round.of(Step.of("b", "A", "policy ~k0 @B"), Step.of("c", "A", "put ~k0 v1"))
                                .ordered("c", "b")),
                Schedule.of(
                        "an invalid change of policy changes nothing",
                        Round.of(Step.of("a", "A", "put ~k0 v0")),
                        Round.of(
                                        Step.of("b", "A", "policy ~k0 @B").tampered(Tampering.ONE_ENDORSEMENT),
                                        Step.of("c", "A", "put ~k0 v1"))
                                .ordered("b", "c")),
                Schedule.of(
                        "deleting a key drops its policy",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "del ~k0").endorsedBy("B")),
                        Round.of(Step.of("c", "A", "put ~k0 v1", "policyof ~k0").endorsedBy("A", "C"))),
                Schedule.of(
                        "a policy of a key that never was",
                        Round.of(Step.of("a", "A", "policy ~k0 @B")),
                        Round.of(Step.of("b", "A", "put ~k0 v0", "policyof ~k0"))),
                Schedule.of(
                        "a policy is taken away",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "A", "policy ~k0").endorsedBy("B")),
                        Round.of(Step.of("c", "A", "put ~k0 v1", "policyof ~k0"))),
                Schedule.of(
                        "a read under a policy needs nobody more",
                        Round.of(OWN_POLICY),
                        Round.of(Step.of("b", "C", "get ~k0", "put ~k1 v1"))),
                Schedule.of(
                        "a change of policy is a new version",
                        Round.of(Step.of("a", "A", "put ~k0 v0")),
                        Round.of(Step.of("b", "A", "policy ~k0 @B"), Step.of("c", "A", "get ~k0", "put ~k1 v1"))
                                .ordered("b", "c")));
    }

    private static Round tampered(Tampering tampering) {
        return Round.of(Step.of("a", "A", "put ~k0 v0").tampered(tampering));
    }
}
