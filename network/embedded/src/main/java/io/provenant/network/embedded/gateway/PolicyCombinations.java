package io.provenant.network.embedded.gateway;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** The smallest sets of principals that satisfy a signature policy. */
final class PolicyCombinations {

    private static final int MAX_COMBINATIONS = 10_000;

    private final List<MSPPrincipal> principals;

    private PolicyCombinations(List<MSPPrincipal> principals) {
        this.principals = principals;
    }

    static List<List<MSPPrincipal>> of(SignaturePolicyEnvelope policy) {
        return new PolicyCombinations(policy.getIdentitiesList()).of(policy.getRule());
    }

    private List<List<MSPPrincipal>> of(SignaturePolicy rule) {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> List.of(List.of(principals.get(rule.getSignedBy())));
            case N_OUT_OF ->
                choose(
                        rule.getNOutOf().getN(),
                        rule.getNOutOf().getRulesList().stream().map(this::of).toList());
            case TYPE_NOT_SET -> List.of();
        };
    }

    private static List<List<MSPPrincipal>> choose(int count, List<List<List<MSPPrincipal>>> rules) {
        if (count == 0) {
            return List.of(List.of());
        }
        if (count > rules.size()) {
            return List.of();
        }
        List<List<List<MSPPrincipal>>> others = rules.subList(1, rules.size());
        List<List<MSPPrincipal>> combinations = new ArrayList<>();
        for (List<MSPPrincipal> rest : choose(count - 1, others)) {
            rules.get(0).forEach(first -> combinations.add(joined(first, rest)));
        }
        combinations.addAll(choose(count, others));
        if (combinations.size() > MAX_COMBINATIONS) {
            throw new IllegalArgumentException("a policy has more than " + MAX_COMBINATIONS + " combinations");
        }
        return combinations;
    }

    private static List<MSPPrincipal> joined(List<MSPPrincipal> first, List<MSPPrincipal> rest) {
        List<MSPPrincipal> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }
}
