package io.provenant.gateway;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds up whoever passes while it lasts, and counts who waits. */
final class Frost {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thaw = lock.newCondition();
    private boolean lasts;
    private int most;
    private int waiting;

    void lasts(boolean next) {
        lock.lock();
        try {
            lasts = next;
            thaw.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many waited at the same time at most. */
    int most() {
        lock.lock();
        try {
            return most;
        } finally {
            lock.unlock();
        }
    }

    void pass() {
        lock.lock();
        try {
            waiting++;
            while (lasts) {
                most = Math.max(most, waiting);
                thaw.awaitUninterruptibly();
            }
            waiting--;
        } finally {
            lock.unlock();
        }
    }
}
