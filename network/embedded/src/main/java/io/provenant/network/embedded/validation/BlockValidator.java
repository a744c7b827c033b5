package io.provenant.network.embedded.validation;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Validates the transactions of a block as a peer does. Signatures are checked side by side; policies, all by the state
 * before the block; ids and reads then one transaction after the other, in the order of the block.
 */
public final class BlockValidator {

    private record Content(EndorsedTransaction transaction, List<Member> endorsers) {}

    private record Examined(Optional<String> txId, TxValidationCode code, Optional<Content> content) {}

    private final EnvelopeCheck envelopes;
    private final ActionCheck actions;
    private final ChaincodeRules rules;
    private final Membership membership;

    public BlockValidator(String channelId, ChaincodeRules rules, Membership membership) {
        this.envelopes = new EnvelopeCheck(channelId, membership);
        this.actions = new ActionCheck(rules.name());
        this.rules = rules;
        this.membership = membership;
    }

    /** Validates a block's envelopes; the predicate knows the ids of all earlier blocks. */
    public ValidatedBlock validate(long number, List<ByteString> block, WorldState before, Predicate<String> isKnown) {
        List<Examined> examined = block.parallelStream()
                .map(envelope -> examine(envelope, isKnown))
                .toList();
        List<TxValidationCode> codes = endorsed(examined, before);
        refuseDuplicates(examined, codes);
        SortedMap<Integer, EndorsedTransaction> valid = new TreeMap<>();
        StateUpdates updates = new StateUpdates();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == VALID) {
                EndorsedTransaction transaction = content(examined.get(i)).transaction();
                codes.set(i, new ReadCheck(before, updates).check(transaction.readWriteSet()));
                if (codes.get(i) == VALID) {
                    WriteSet.apply(transaction.readWriteSet(), new Version(number, i), before, updates);
                    valid.put(i, transaction);
                }
            }
        }
        return new ValidatedBlock(codes, examined.stream().map(Examined::txId).toList(), valid, updates);
    }

    private Examined examine(ByteString envelope, Predicate<String> isKnown) {
        Optional<String> txId = TransactionIds.claimed(envelope);
        try {
            EnvelopeCheck.Checked checked = envelopes.check(envelope);
            String checkedId = checked.header().getTxId();
            InvalidTransactionException.unless(!isKnown.test(checkedId), DUPLICATE_TXID);
            ReadWriteSet readWriteSet = actions.check(checked);
            EndorsedTransaction transaction =
                    new EndorsedTransaction(checkedId, checked.header().getTimestamp(), readWriteSet);
            List<Member> endorsers = endorsers(checked.action().getAction());
            return new Examined(txId, VALID, Optional.of(new Content(transaction, endorsers)));
        } catch (InvalidTransactionException e) {
            return new Examined(txId, e.code(), Optional.empty());
        }
    }

    /** Whoever really signed the response; others are not counted, and do no harm either. */
    private List<Member> endorsers(ChaincodeEndorsedAction action) {
        List<Member> endorsers = new ArrayList<>();
        for (Endorsement endorsement : action.getEndorsementsList()) {
            ByteString message = action.getProposalResponsePayload().concat(endorsement.getEndorser());
            membership
                    .find(endorsement.getEndorser())
                    .filter(member -> member.hasSigned(message, endorsement.getSignature()))
                    .ifPresent(endorsers::add);
        }
        return endorsers;
    }

    private List<TxValidationCode> endorsed(List<Examined> examined, WorldState before) {
        EndorsementCheck check = new EndorsementCheck(rules, before);
        Set<EndorsementCheck.ChangedKey> changed = new HashSet<>();
        List<TxValidationCode> codes = new ArrayList<>();
        for (Examined one : examined) {
            if (one.code() != VALID) {
                codes.add(one.code());
                continue;
            }
            ReadWriteSet readWriteSet = content(one).transaction().readWriteSet();
            boolean isEndorsed = check.isEndorsed(readWriteSet, content(one).endorsers(), changed);
            codes.add(isEndorsed ? VALID : ENDORSEMENT_POLICY_FAILURE);
            if (isEndorsed) {
                addChanged(readWriteSet, changed);
            }
        }
        return codes;
    }

    private static void addChanged(ReadWriteSet readWriteSet, Set<EndorsementCheck.ChangedKey> changed) {
        for (ReadWriteSet.OfNamespace namespace : readWriteSet.namespaces()) {
            Space open = Space.ofPublic(namespace.namespace());
            namespace
                    .keys()
                    .getMetadataWritesList()
                    .forEach(write -> changed.add(new EndorsementCheck.ChangedKey(open, write.getKey())));
            for (ReadWriteSet.OfCollection collection : namespace.collections()) {
                Space hashes = Space.ofHashes(namespace.namespace(), collection.collection());
                collection
                        .hashes()
                        .getMetadataWritesList()
                        .forEach(write ->
                                changed.add(new EndorsementCheck.ChangedKey(hashes, Space.keyOf(write.getKeyHash()))));
            }
        }
    }

    /** Of several with one id the first that is endorsed stays, even if it then loses for what it read. */
    private static void refuseDuplicates(List<Examined> examined, List<TxValidationCode> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == VALID
                    && !seen.add(content(examined.get(i)).transaction().txId())) {
                codes.set(i, DUPLICATE_TXID);
            }
        }
    }

    private static Content content(Examined examined) {
        return examined.content().orElseThrow();
    }
}
