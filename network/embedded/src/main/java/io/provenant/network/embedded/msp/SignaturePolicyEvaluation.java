package io.provenant.network.embedded.msp;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Evaluates a signature policy over members whose signatures have been checked. A member counts once, and as in Fabric
 * it is spent on the first principal that it satisfies, in the order of the policy's rules and of the members: there is
 * no search for a better assignment.
 */
public final class SignaturePolicyEvaluation {

    private final List<MSPPrincipal> principals;
    private final List<MspIdentity> signers;

    private SignaturePolicyEvaluation(List<MSPPrincipal> principals, List<MspIdentity> signers) {
        this.principals = principals;
        this.signers = signers;
    }

    /** Whether the policy is satisfied; a policy of another version or with a broken reference never is. */
    public static boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<MspIdentity> signers) {
        Map<Object, MspIdentity> distinct = new LinkedHashMap<>();
        signers.forEach(signer -> distinct.putIfAbsent(List.of(signer.mspId(), signer.certificate()), signer));
        SignaturePolicyEvaluation evaluation =
                new SignaturePolicyEvaluation(policy.getIdentitiesList(), List.copyOf(distinct.values()));
        return policy.getVersion() == 0
                && evaluation.isWellFormed(policy.getRule())
                && evaluation.spend(policy.getRule(), new BitSet()).isPresent();
    }

    private boolean isWellFormed(SignaturePolicy rule) {
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> rule.getSignedBy() >= 0 && rule.getSignedBy() < principals.size();
            case N_OUT_OF -> rule.getNOutOf().getRulesList().stream().allMatch(this::isWellFormed);
            case TYPE_NOT_SET -> false;
        };
    }

    /** The signers spent after the rule, or nothing where the rule is not satisfied. */
    private Optional<BitSet> spend(SignaturePolicy rule, BitSet spent) {
        return rule.hasSignedBy()
                ? spendOne(principals.get(rule.getSignedBy()), spent)
                : spendMany(rule.getNOutOf(), spent);
    }

    private Optional<BitSet> spendOne(MSPPrincipal principal, BitSet spent) {
        for (int i = spent.nextClearBit(0); i < signers.size(); i = spent.nextClearBit(i + 1)) {
            if (signers.get(i).satisfies(principal)) {
                BitSet after = (BitSet) spent.clone();
                after.set(i);
                return Optional.of(after);
            }
        }
        return Optional.empty();
    }

    private Optional<BitSet> spendMany(SignaturePolicy.NOutOf rule, BitSet spent) {
        BitSet current = spent;
        int satisfied = 0;
        for (SignaturePolicy part : rule.getRulesList()) {
            Optional<BitSet> after = spend(part, current);
            if (after.isPresent()) {
                current = after.get();
                satisfied++;
            }
        }
        return satisfied >= rule.getN() ? Optional.of(current) : Optional.empty();
    }
}
