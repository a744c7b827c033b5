package io.provenant.network.embedded.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.KeyMetadata;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateValue;
import io.provenant.network.embedded.state.WorldState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Whether a transaction's endorsers satisfy every policy that its writes fall under, judged by the state before the
 * block: for each key its own policy, else its collection's, else the chaincode's, and the last in any case where no
 * other was asked.
 */
public final class EndorsementCheck {

    /** A key of which a transaction in the same block has changed the policy. */
    record ChangedKey(Space space, String key) {}

    private final ChaincodeRules rules;
    private final WorldState before;

    public EndorsementCheck(ChaincodeRules rules, WorldState before) {
        this.rules = rules;
        this.before = before;
    }

    public boolean isEndorsed(ReadWriteSet readWriteSet, Collection<Member> endorsers) {
        return isEndorsed(readWriteSet, endorsers, Set.of());
    }

    /** A write to a key whose policy was changed earlier in the block is refused, whoever endorsed it. */
    boolean isEndorsed(ReadWriteSet readWriteSet, Collection<Member> endorsers, Set<ChangedKey> changed) {
        Judgement judgement = new Judgement(endorsers, changed);
        return readWriteSet.namespaces().stream()
                        .filter(namespace -> namespace.namespace().equals(rules.name()))
                        .allMatch(judgement::allows)
                && (judgement.isAnyPolicyAsked || rules.isEndorsed(endorsers));
    }

    private final class Judgement {

        private final Collection<Member> endorsers;
        private final Set<ChangedKey> changed;
        private final Map<Space, Boolean> byDefault = new HashMap<>();
        private boolean isAnyPolicyAsked;

        Judgement(Collection<Member> endorsers, Set<ChangedKey> changed) {
            this.endorsers = endorsers;
            this.changed = changed;
        }

        boolean allows(ReadWriteSet.OfNamespace namespace) {
            Space space = Space.ofPublic(namespace.namespace());
            return namespace.keys().getWritesList().stream().allMatch(write -> allows(space, write.getKey()))
                    && namespace.keys().getMetadataWritesList().stream()
                            .allMatch(write -> allows(space, write.getKey()))
                    && namespace.collections().stream().allMatch(collection -> allows(namespace, collection));
        }

        private boolean allows(ReadWriteSet.OfNamespace namespace, ReadWriteSet.OfCollection collection) {
            Space space = Space.ofHashes(namespace.namespace(), collection.collection());
            return collection.hashes().getHashedWritesList().stream()
                            .allMatch(write -> allows(space, Space.keyOf(write.getKeyHash())))
                    && collection.hashes().getMetadataWritesList().stream()
                            .allMatch(write -> allows(space, Space.keyOf(write.getKeyHash())));
        }

        private boolean allows(Space space, String key) {
            if (changed.contains(new ChangedKey(space, key))) {
                return false;
            }
            ByteString own = before.get(space, key)
                    .map(StateValue::metadata)
                    .map(KeyMetadata::decode)
                    .map(metadata -> metadata.getOrDefault(KeyMetadata.VALIDATION_PARAMETER, ByteString.EMPTY))
                    .orElse(ByteString.EMPTY);
            boolean isAllowed = own.isEmpty() ? isAllowedByDefault(space) : isSatisfied(own);
            isAnyPolicyAsked |= isAllowed;
            return isAllowed;
        }

        private boolean isAllowedByDefault(Space space) {
            return byDefault.computeIfAbsent(space, this::askDefault);
        }

        private boolean askDefault(Space space) {
            return space.kind() == Space.Kind.PUBLIC
                    ? rules.isEndorsed(endorsers)
                    : rules.collection(space.collection())
                            .map(rule -> rules.isEndorsed(rule, endorsers))
                            .orElse(false);
        }

        /** A policy that cannot be read would stop a peer; here nobody satisfies it. */
        private boolean isSatisfied(ByteString policy) {
            try {
                return rules.isSatisfied(SignaturePolicyEnvelope.parseFrom(policy), endorsers);
            } catch (InvalidProtocolBufferException e) {
                return false;
            }
        }
    }
}
