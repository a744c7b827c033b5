package io.provenant.network.conformance;

import io.provenant.network.conformance.Schedule.Round;
import io.provenant.network.conformance.Schedule.Step;
import java.util.List;

/** Private data: who may deposit, read and erase it, and what of it conflicts. */
final class PrivateSchedules {

    private static final Round DEPOSIT =
            Round.of(Step.of("a", "A", "tput alone ~p0 document").withTransient("document", "secret0"));
    private static final Round OPEN = Round.of(Step.of("a", "A", "pput open ~p0 v0"));
    private static final Round CLOSED = Round.of(Step.of("a", "A", "pput closed ~p0 v0"));

    private PrivateSchedules() {}

    static List<Schedule> all() {
        return List.of(
                Schedule.of(
                        "a deposit endorsed by its owner",
                        DEPOSIT,
                        Round.of(
                                Step.of("b", "A", "pget alone ~p0").evaluated(),
                                Step.of("c", "B", "pget alone ~p0").evaluated(),
                                Step.of("d", "C", "pget alone ~p0").evaluated(),
                                Step.of("e", "C", "phash alone ~p0").evaluated())),
                Schedule.of(
                        "a deposit at the gateway of a stranger",
                        Round.of(Step.of("a", "C", "tput alone ~p0 document").withTransient("document", "secret0"))),
                Schedule.of(
                        "a deposit and a public write",
                        Round.of(Step.of("a", "A", "tput alone ~p0 document", "put ~k0 v0")
                                .withTransient("document", "secret0"))),
                Schedule.of(
                        "a deposit in one's own collection and a public write",
                        Round.of(Step.of("a", "A", "tput _implicit_org_@A ~p0 document", "put ~k0 v0")
                                .withTransient("document", "secret0"))),
                Schedule.of(
                        "the same for named endorsers",
                        Round.of(Step.of("a", "A", "tput _implicit_org_@A ~p0 document", "put ~k0 v0")
                                .withTransient("document", "secret0")
                                .endorsedBy("A", "C"))),
                Schedule.of(
                        "transient data and no collection",
                        Round.of(Step.of("a", "A", "put ~k0 v0", "transient").withTransient("document", "secret0"))),
                Schedule.of(
                        "a deposit for named endorsers",
                        Round.of(Step.of("a", "A", "tput alone ~p0 document", "put ~k0 v0")
                                .withTransient("document", "secret0")
                                .endorsedBy("A", "C"))),
                Schedule.of(
                        "the implicit collection of one's own organisation",
                        Round.of(Step.of("a", "A", "tput _implicit_org_@A ~p0 document")
                                .withTransient("document", "secret0")),
                        Round.of(
                                Step.of("b", "A", "pget _implicit_org_@A ~p0", "phash _implicit_org_@A ~p0")
                                        .evaluated(),
                                Step.of("c", "B", "phash _implicit_org_@A ~p0", "put ~k0 v0"))),
                Schedule.of(
                        "the implicit collection of another organisation",
                        Round.of(Step.of("a", "A", "tput _implicit_org_@B ~p0 document")
                                .withTransient("document", "secret0"))),
                Schedule.of(
                        "the implicit collection of another organisation, endorsed there",
                        Round.of(Step.of("a", "A", "tput _implicit_org_@B ~p0 document")
                                .withTransient("document", "secret0")
                                .endorsedBy("B"))),
                Schedule.of(
                        "the implicit collection of another organisation, endorsed here alone",
                        Round.of(Step.of("a", "A", "pput _implicit_org_@B ~p0 v0")
                                .endorsedBy("A"))),
                Schedule.of(
                        "a hash that changes",
                        DEPOSIT,
                        Round.of(
                                        Step.of("b", "C", "phash alone ~p0", "put ~k0 v0"),
                                        Step.of("c", "A", "pput alone ~p0 v1"))
                                .ordered("c", "b")),
                Schedule.of(
                        "a hash that stays",
                        DEPOSIT,
                        Round.of(
                                        Step.of("b", "C", "phash alone ~p0", "put ~k0 v0"),
                                        Step.of("c", "A", "pput alone ~p1 v1"))
                                .ordered("c", "b")),
                Schedule.of(
                        "a hash that is purged",
                        DEPOSIT,
                        Round.of(
                                        Step.of("b", "C", "phash alone ~p0", "put ~k0 v0"),
                                        Step.of("c", "A", "ppurge alone ~p0"))
                                .ordered("c", "b")),
                Schedule.of(
                        "an absent hash that appears",
                        Round.of(
                                        Step.of("b", "C", "phash alone ~p0", "put ~k0 v0"),
                                        Step.of("c", "A", "pput alone ~p0 v1"))
                                .ordered("c", "b")),
                Schedule.of(
                        "a purge",
                        DEPOSIT,
                        Round.of(Step.of("b", "A", "ppurge alone ~p0")),
                        Round.of(Step.of("c", "A", "pget alone ~p0", "phash alone ~p0"))),
                Schedule.of("a purge of what never was", Round.of(Step.of("b", "A", "ppurge alone ~p0"))),
                Schedule.of("a purge by a stranger", DEPOSIT, Round.of(Step.of("b", "C", "ppurge alone ~p0"))),
                Schedule.of(
                        "a delete and a new deposit",
                        DEPOSIT,
                        Round.of(Step.of("b", "B", "pdel alone ~p0")),
                        Round.of(Step.of("c", "A", "phash alone ~p0", "pput alone ~p0 v1"))),
                Schedule.of(
                        "two deposits of one key",
                        Round.of(Step.of("a", "A", "pput alone ~p0 v0"), Step.of("b", "B", "pput alone ~p0 v1"))),
                Schedule.of(
                        "an open collection asks for the chaincode's policy",
                        OPEN,
                        Round.of(Step.of("b", "B", "pget open ~p0", "pput open ~p1 v1"))),
                Schedule.of(
                        "an open collection at the gateway of a stranger",
                        Round.of(Step.of("a", "C", "pput open ~p0 v0")),
                        Round.of(Step.of("b", "C", "pget open ~p0"))),
                Schedule.of(
                        "a closed collection to a member",
                        CLOSED,
                        Round.of(Step.of("b", "B", "pget closed ~p0", "pput closed ~p1 v1"))),
                Schedule.of(
                        "a closed collection to a stranger who reads",
                        CLOSED,
                        Round.of(
                                Step.of("b", "C", "pget closed ~p0").evaluated(),
                                Step.of("c", "C", "pget closed ~p0"))),
                Schedule.of(
                        "a closed collection to a stranger who writes",
                        Round.of(Step.of("b", "C", "pput closed ~p0 v0"))),
                Schedule.of(
                        "a hash of a closed collection to a stranger",
                        CLOSED,
                        Round.of(Step.of("b", "C", "phash closed ~p0", "put ~k0 v0"))),
                Schedule.of(
                        "a private range and a write",
                        OPEN,
                        Round.of(Step.of("b", "A", "prange open ~p0 ~p9 9", "put ~k0 v0"))),
                Schedule.of(
                        "a write and a private range",
                        OPEN,
                        Round.of(Step.of("b", "A", "put ~k0 v0", "prange open ~p0 ~p9 9"))),
                Schedule.of("a private range alone", OPEN, Round.of(Step.of("b", "A", "prange open ~p0 ~p9 9"))),
                Schedule.of(
                        "own private writes are not read",
                        Round.of(Step.of("a", "A", "pput open ~p0 v0", "pget open ~p0", "phash open ~p0"))),
                Schedule.of(
                        "an empty private value",
                        Round.of(Step.of("a", "A", "tput alone ~p0 document").withTransient("document", ""))),
                Schedule.of(
                        "a policy of a private key",
                        OPEN,
                        Round.of(Step.of("b", "A", "ppolicy open ~p0 @B")),
                        Round.of(Step.of("c", "A", "pput open ~p0 v1").endorsedBy("A"))),
                Schedule.of(
                        "a collection that is not there",
                        Round.of(
                                Step.of("a", "A", "pput nowhere ~p0 v0"),
                                Step.of("b", "A", "pget nowhere ~p0"),
                                Step.of("c", "A", "phash nowhere ~p0"))),
                Schedule.of(
                        "three collections in one transaction",
                        Round.of(Step.of(
                                "a",
                                "A",
                                "pput open ~p0 v0",
                                "pput closed ~p0 v1",
                                "pput alone ~p0 v2",
                                "phash alone ~p1",
                                "put ~k0 v0"))));
    }
}
