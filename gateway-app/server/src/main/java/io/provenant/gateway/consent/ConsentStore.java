package io.provenant.gateway.consent;

import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.NewRecord;
import io.provenant.gateway.vault.Vault;
import io.provenant.gateway.vault.VaultRecord;
import io.provenant.gateway.vault.VaultSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The receipts of one consent, each encrypted under a key of its own: a lost receipt can be given again, and a person's
 * can be erased alone. A set is written as a whole: after a crash it is there or it is not.
 */
public final class ConsentStore implements AutoCloseable {

    private final Vault vault;

    private ConsentStore(Vault vault) {
        this.vault = vault;
    }

    /** Opens the store of one consent; an empty folder is an empty store. */
    public static ConsentStore open(Path folder, MasterKey master) {
        return new ConsentStore(Vault.open(folder, master, VaultSettings.usual()));
    }

    /** Keeps all receipts of a set; a store holds one. */
    public void keep(ConsentSet set, Clock clock) {
        if (vault.size() > 0) {
            throw new IllegalStateException("the store holds a set of " + vault.size() + " already");
        }
        long now = clock.millis();
        List<NewRecord> batch = new ArrayList<>();
        for (long index = 0; index < set.size(); index++) {
            batch.add(record(set.receipt(index), now));
        }
        vault.append(batch, true);
    }

    /** How many receipts there are; zero before a set was kept. */
    public long size() {
        return vault.size();
    }

    /** The receipt of the person at this place. */
    public ConsentReceipt receipt(long leafIndex) {
        return ConsentReceipt.parse(vault.read(leafIndex).content());
    }

    /** The place of the person with this reference. */
    public OptionalLong find(String subjectRef) {
        return vault.find(subjectRef);
    }

    /** Erases a person: document, salt and key are gone, the leaf says nothing any more. */
    public void erase(long leafIndex) {
        vault.erase(leafIndex);
    }

    private static NewRecord record(ConsentReceipt receipt, long now) {
        ConsentMember member = receipt.member();
        VaultRecord record = VaultRecord.of(
                member.entry(), now, member.salt(), receipt.toJson().canonicalBytes());
        return new NewRecord(member.document().text("subjectRef"), record);
    }

    @Override
    public void close() {
        vault.close();
    }
}
