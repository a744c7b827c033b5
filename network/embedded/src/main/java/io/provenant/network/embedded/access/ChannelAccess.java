package io.provenant.network.embedded.access;

import java.util.function.Predicate;

/** The node's one channel and its policies for readers and writers, with the texts in which Fabric refuses. */
public final class ChannelAccess {

    private final String channel;
    private final Membership membership;

    public ChannelAccess(String channel, Membership membership) {
        this.channel = channel;
        this.membership = membership;
    }

    public String channel() {
        return channel;
    }

    public Membership membership() {
        return membership;
    }

    /** Refuses whoever may not read the named channel, or did not sign. */
    public void requireReader(String channelId, SignedMessage signed) throws AccessDeniedException {
        require(channelId, "Readers", signed, membership::isReader);
    }

    /** Refuses whoever may not write to the named channel, or did not sign. */
    public void requireWriter(String channelId, SignedMessage signed) throws AccessDeniedException {
        require(channelId, "Writers", signed, membership::isWriter);
    }

    /** Refuses what the channel's orderers refuse to order. */
    public void requireOrderedWriter(SignedMessage signed) throws AccessDeniedException {
        if (!isSatisfied(signed, membership::isWriter)) {
            throw new AccessDeniedException(unsatisfied("Writers") + ": permission denied");
        }
    }

    private void require(String channelId, String policy, SignedMessage signed, Predicate<Member> rule)
            throws AccessDeniedException {
        if (!channelId.equals(channel)) {
            throw new AccessDeniedException("Failed to get policy manager for channel [" + channelId + "]");
        }
        if (!isSatisfied(signed, rule)) {
            throw new AccessDeniedException("Failed evaluating policy on signed data during check policy on channel ["
                    + channelId + "] with policy [/Channel/Application/" + policy + "]: [" + unsatisfied(policy) + "]");
        }
    }

    private boolean isSatisfied(SignedMessage signed, Predicate<Member> rule) {
        return membership
                .find(signed.identity())
                .filter(member -> member.hasSigned(signed.message(), signed.signature()))
                .filter(rule)
                .isPresent();
    }

    private static String unsatisfied(String policy) {
        return "implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the '"
                + policy + "' sub-policies to be satisfied";
    }
}
