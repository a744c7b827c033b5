package io.provenant.network.conformance;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Transactions in rounds: each round is endorsed first and ordered then, in an order that is fixed. */
record Schedule(String name, List<Round> rounds) {

    Schedule {
        rounds = List.copyOf(rounds);
    }

    static Schedule of(String name, Round... rounds) {
        return new Schedule(name, List.of(rounds));
    }

    /**
     * A round.
     *
     * @param order labels of what is ordered, in one block; earlier rounds' transactions and repetitions are allowed
     */
    record Round(List<Step> steps, List<String> order) {

        Round {
            steps = List.copyOf(steps);
            order = List.copyOf(order);
        }

        /** Everything is ordered as it was endorsed. */
        static Round of(Step... steps) {
            List<Step> all = List.of(steps);
            return new Round(
                    all,
                    all.stream()
                            .filter(step -> !step.isEvaluated())
                            .map(Step::label)
                            .toList());
        }

        Round ordered(String... labels) {
            return new Round(steps, List.of(labels));
        }
    }

    /**
     * One call of the probe.
     *
     * @param organisation whose client asks, at his own gateway
     * @param endorsers who is asked to endorse; where empty the gateway chooses
     */
    record Step(
            String label,
            String organisation,
            boolean isEvaluated,
            List<String> operations,
            SortedMap<String, String> transientData,
            List<String> endorsers,
            Tampering tampering) {

        Step {
            operations = List.copyOf(operations);
            endorsers = List.copyOf(endorsers);
        }

        static Step of(String label, String organisation, String... operations) {
            return new Step(
                    label, organisation, false, List.of(operations), new TreeMap<>(), List.of(), Tampering.NONE);
        }

        Step evaluated() {
            return new Step(label, organisation, true, operations, transientData, endorsers, tampering);
        }

        Step withTransient(String name, String value) {
            SortedMap<String, String> more = new TreeMap<>(transientData);
            more.put(name, value);
            return new Step(label, organisation, isEvaluated, operations, more, endorsers, tampering);
        }

        Step endorsedBy(String... replacement) {
            return new Step(
                    label, organisation, isEvaluated, operations, transientData, List.of(replacement), tampering);
        }

        Step tampered(Tampering replacement) {
            return new Step(label, organisation, isEvaluated, operations, transientData, endorsers, replacement);
        }
    }
}
