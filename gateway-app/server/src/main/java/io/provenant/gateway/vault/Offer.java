package io.provenant.gateway.vault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch on its way to the disk, and its answer once it is there. */
final class Offer {

    private final List<NewRecord> records;
    private final List<Identity> identities;
    private final boolean allOrNothing;
    private @Nullable Appended answer;
    private @Nullable VaultException failure;

    Offer(List<NewRecord> records, List<Identity> identities, boolean allOrNothing) {
        this.records = List.copyOf(records);
        this.identities = identities;
        this.allOrNothing = allOrNothing;
    }

    List<NewRecord> records() {
        return records;
    }

    Identity identity(int number) {
        return identities.get(number);
    }

    long bytes() {
        return records.stream().mapToLong(record -> record.record().length()).sum();
    }

    boolean allOrNothing() {
        return allOrNothing;
    }

    void answer(Appended value) {
        answer = value;
    }

    void fail(VaultException cause) {
        failure = cause;
    }

    /** The answer, or the failure of the flush that took the batch along. */
    Appended answer() {
        if (failure != null) {
            throw failure;
        }
        if (answer == null) {
            throw new IllegalStateException("the batch was not written");
        }
        return answer;
    }
}
