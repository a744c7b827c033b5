package io.provenant.approval;

import io.provenant.canonical.Digest;
import io.provenant.canonical.Digests;
import io.provenant.canonical.Framing;
import io.provenant.canonical.JsonObject;

/** The hash of the exact command that is approved, {@code pvn/approve/v1} (domain 3.4). */
public final class Subjects {

    private Subjects() {}

    /** The hash of {command, body}: nobody approves a bare hash, the ledger makes it. */
    public static Digest hash(Digests digests, String command, JsonObject body) {
        JsonObject subject = JsonObject.empty().with("command", command).with("body", body);
        return digests.digest(Framing.of("pvn/approve/v1").part(subject).bytes());
    }
}
