package io.provenant.gateway.log;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.vault.Entry;
import io.provenant.gateway.vault.Vault;

/** Promise files, made from what the vault holds: asked again, a record's promise is the same bytes again. */
final class Promises {

    private final Vault vault;
    private final LogSettings settings;
    private final LogKey key;
    private final SigningLeave leave;

    Promises(Vault vault, LogSettings settings, LogKey key, SigningLeave leave) {
        this.vault = vault;
        this.settings = settings;
        this.key = key;
        this.leave = leave;
    }

    JsonObject file(long index) {
        leave.require();
        Entry entry = vault.entry(index);
        return new Promise(
                        settings.origin(),
                        index,
                        LeafKind.commitOf(entry.label()),
                        entry.acceptedMs(),
                        settings.maxDelayS())
                .file(settings.market(), key);
    }
}
