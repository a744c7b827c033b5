package io.provenant.gateway.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Writes the batches that wait as one group with one flush. Its caller holds the vault's write lock. */
final class GroupWriter {

    private static final long GROUP_BYTES = 16L << 20; // a longer group would keep its first batch waiting

    private final ConcurrentLinkedQueue<Offer> waiting = new ConcurrentLinkedQueue<>();
    private final SegmentFolder segments;
    private final DurableMark mark;
    private final IdentityIndex identities;
    private final VaultSettings settings;
    private @Nullable String stopped;

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
        stopped = "the vault is closed";
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
        if (stopped != null) {
            throw new VaultUnavailableException(stopped);
        }
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
            segment.commit(frames);
            mark.advance(segment.nextIndex());
        } catch (IOException e) {
            // after a failed flush nobody knows what the disk holds: only reading it back can tell
            stopped = "a flush to disk failed; restart the gateway, which reads the vault back";
            throw new VaultUnavailableException(stopped, e);
        }
        plan.remember();
    }

    private void writeOrUndo(Segment segment, List<Frame> frames, List<byte[]> wrapped) {
        try {
            segment.write(frames, wrapped);
        } catch (IOException full) {
            try {
                segment.cutTail();
            } catch (IOException e) {
                stopped = "a write failed and could not be undone; restart the gateway, which reads the vault back";
                e.addSuppressed(full);
                throw new VaultUnavailableException(stopped, e);
            }
            throw new VaultFullException(full);
        }
    }
}
