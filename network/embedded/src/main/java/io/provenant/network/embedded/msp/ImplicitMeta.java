package io.provenant.network.embedded.msp;

import java.util.Collection;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;

/** A policy about the same-named policies of a channel's organisations: any, all, or more than half of them. */
public final class ImplicitMeta {

    private ImplicitMeta() {}

    /** How many of the organisations' policies must hold; none where there is no organisation. */
    public static int threshold(ImplicitMetaPolicy.Rule rule, int organisations) {
        if (organisations == 0) {
            return 0;
        }
        return switch (rule) {
            case ANY -> 1;
            case ALL -> organisations;
            case MAJORITY -> organisations / 2 + 1;
            case UNRECOGNIZED -> throw new IllegalArgumentException("an implicit policy is ANY, ALL or MAJORITY");
        };
    }

    /** Whether enough organisations' policies hold. */
    public static <T> boolean isSatisfied(
            ImplicitMetaPolicy.Rule rule, Collection<T> organisations, Predicate<T> policy) {
        return organisations.stream().filter(policy).count() >= threshold(rule, organisations.size());
    }
}
