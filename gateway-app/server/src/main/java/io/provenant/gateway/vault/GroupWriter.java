package io.provenant.gateway.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes the batches that wait as one group with one flush. Its caller holds the vault's write lock. */
final class GroupWriter {

    private static final long GROUP_BYTES = 16L << 20; // a longer group would keep its first batch waiting

    private final ConcurrentLinkedQueue<Offer> waiting = new ConcurrentLinkedQueue<>();
    private final SegmentFolder segments;
    private final DurableMark mark;
    private final IdentityIndex identities;
    private final VaultSettings settings;
    private boolean closed;
    private boolean uncertain;

    GroupWriter(SegmentFolder segments, DurableMark mark, IdentityIndex identities, VaultSettings settings) {
        this.segments = segments;
        this.mark = mark;
        this.identities = identities;
        this.settings = settings;
    }

    void enqueue(Offer offer) {
        waiting.add(offer);
    }

    void stop() {
        closed = true;
    }

    void drain() {
        for (List<Offer> group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
            try {
                write(group);
            } catch (VaultException e) {
                fail(group, e);
            }
        }
    }

    private static void fail(List<Offer> group, VaultException cause) {
        group.forEach(offer -> offer.fail(cause));
    }

    private List<Offer> nextGroup() {
        List<Offer> group = new ArrayList<>();
        long bytes = 0;
        while (bytes < GROUP_BYTES) {
            Offer next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
            bytes += next.bytes();
        }
        return group;
    }

    private void write(List<Offer> group) {
        if (closed) {
            throw new VaultUnavailableException("the vault is closed");
        }
        cutBack();
        roll();
        GroupPlan plan = new GroupPlan(segments, identities);
        List<Appended> answers = group.stream().map(plan::place).toList();
        if (!plan.isEmpty()) {
            flush(plan);
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer(answers.get(i));
        }
    }

    // After a failed flush nobody knows what the disk holds, and reading it back does not tell: the system may answer
    // from memory what it will never write again. Nobody was promised more than the mark says.
    private void cutBack() {
        if (!uncertain) {
            return;
        }
        try {
            mark.advance(mark.count()); // first: a mark that was half written must not promise what is cut
            segments.active().cutTail();
            uncertain = false;
        } catch (IOException e) {
            throw new VaultUnavailableException("the vault's disk failed and takes nothing yet", e);
        }
    }

    private void roll() {
        try {
            if (segments.active().length() >= settings.segmentBytes()) {
                segments.roll();
            }
        } catch (IOException e) {
            throw new VaultFullException(e);
        }
    }

    private void flush(GroupPlan plan) {
        Segment segment = segments.active();
        List<byte[]> wrapped = new ArrayList<>();
        List<Frame> frames = plan.seal(segment, wrapped);
        writeOrUndo(segment, frames, wrapped);
        try {
            segment.force();
            mark.advance(segment.nextIndex() + frames.size());
        } catch (IOException e) {
            throw uncertain("a flush to disk failed", e);
        }
        segment.add(frames);
        plan.remember();
    }

    private void writeOrUndo(Segment segment, List<Frame> frames, List<byte[]> wrapped) {
        try {
            segment.write(frames, wrapped);
        } catch (IOException full) {
            try {
                segment.cutTail();
            } catch (IOException e) {
                e.addSuppressed(full);
                throw uncertain("a write failed and could not be undone", e);
            }
            throw new VaultFullException(full);
        }
    }

    private VaultUnavailableException uncertain(String what, IOException cause) {
        uncertain = true;
        return new VaultUnavailableException(what + "; nothing of the batch was kept", cause);
    }
}
