package io.provenant.gateway.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Decides for each record of a group whether it is new, held or in conflict, and which index it gets. */
final class GroupPlan {

    private final SegmentFolder segments;
    private final IdentityIndex identities;
    private final long firstIndex;
    private final List<NewRecord> fresh = new ArrayList<>();
    private final List<Identity> names = new ArrayList<>();
    private final Map<Identity, Long> placed = new HashMap<>();

    GroupPlan(SegmentFolder segments, IdentityIndex identities) {
        this.segments = segments;
        this.identities = identities;
        this.firstIndex = segments.nextIndex();
    }

    Appended place(Offer offer) {
        int before = fresh.size();
        List<Placed> answer = new ArrayList<>();
        for (int i = 0; i < offer.records().size(); i++) {
            answer.add(place(offer.identity(i), offer.records().get(i)));
        }
        boolean conflict = answer.stream().anyMatch(one -> one.kind() == Placed.Kind.CONFLICT);
        if (conflict && offer.allOrNothing()) {
            undo(before);
            return new Appended(false, answer);
        }
        return new Appended(true, answer);
    }

    private Placed place(Identity identity, NewRecord record) {
        OptionalLong held = held(identity);
        if (held.isPresent()) {
            boolean same = sameAs(held.getAsLong(), record);
            return new Placed(same ? Placed.Kind.HELD : Placed.Kind.CONFLICT, held.getAsLong());
        }
        long index = firstIndex + fresh.size();
        fresh.add(record);
        names.add(identity);
        placed.put(identity, index);
        return new Placed(Placed.Kind.STORED, index);
    }

    private OptionalLong held(Identity identity) {
        Long inGroup = placed.get(identity);
        return inGroup == null ? identities.find(identity) : OptionalLong.of(inGroup);
    }

    private boolean sameAs(long index, NewRecord record) {
        if (index >= firstIndex) {
            return fresh.get((int) (index - firstIndex)).record().sameContent(record.record());
        }
        try {
            return segments.holding(index).read(index).sameContent(record.record());
        } catch (VaultErasedException e) {
            return true; // the record was here; what it said can no longer be compared
        } catch (IOException e) {
            throw new VaultUnavailableException("record " + index + " cannot be read", e);
        }
    }

    private void undo(int before) {
        for (int i = fresh.size() - 1; i >= before; i--) {
            fresh.remove(i);
            placed.remove(names.remove(i));
        }
    }

    boolean isEmpty() {
        return fresh.isEmpty();
    }

    /** The frames of the new records; their wrapped keys go into the list given. */
    List<Frame> seal(Segment segment, List<byte[]> wrappedKeys) {
        RecordCipher cipher = segment.cipher();
        List<Frame> frames = new ArrayList<>(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            VaultRecord record = fresh.get(i).record();
            byte[] key = cipher.freshKey();
            frames.add(Frame.seal(firstIndex + i, names.get(i), record, key, cipher));
            wrappedKeys.add(cipher.wrap(key, Frame.bound(firstIndex + i, record.acceptedMs(), record.label())));
        }
        return frames;
    }

    /** Makes the identities findable, once the disk holds them. */
    void remember() {
        placed.forEach(identities::put);
    }
}
