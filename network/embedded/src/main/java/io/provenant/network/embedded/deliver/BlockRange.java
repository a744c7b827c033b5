package io.provenant.network.embedded.deliver;

import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** The blocks that a seek means at a height, both ends included. */
record BlockRange(long start, long stop, boolean failsIfNotReady) {

    static BlockRange of(SeekInfo seek, long height) throws DeliverException {
        if (!seek.hasStart() || !seek.hasStop()) {
            throw new DeliverException(Status.BAD_REQUEST);
        }
        long start = start(seek.getStart(), height);
        boolean isReachable = start >= 0 && start <= height;
        long stop = stop(seek, isReachable ? start : 0, height);
        if (seek.getStop().hasSpecified() && Long.compareUnsigned(stop, isReachable ? start : 0) < 0) {
            throw new DeliverException(Status.BAD_REQUEST);
        }
        if (!isReachable) {
            throw new DeliverException(Status.NOT_FOUND);
        }
        return new BlockRange(start, stop, seek.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY);
    }

    /** The first block; a number below zero stands for none. */
    private static long start(SeekPosition position, long height) {
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT -> height;
            case TYPE_NOT_SET -> -1;
        };
    }

    private static long stop(SeekInfo seek, long start, long height) {
        return switch (seek.getStop().getTypeCase()) {
            case OLDEST -> start;
            case NEWEST -> seek.getStart().equals(seek.getStop()) ? start : height - 1;
            case SPECIFIED -> seek.getStop().getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> 0;
        };
    }
}
