package io.provenant.gateway.log;

import io.provenant.gateway.vault.AppendFile;
import io.provenant.gateway.vault.Folders;
import io.provenant.gateway.vault.MasterKey;
import io.provenant.gateway.vault.Vault;
import io.provenant.gateway.vault.VaultSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What lies in a log's folder.
 *
 * @param vault the truth: the records
 * @param tree derived from it
 * @param anchors heads that the ledger accepted
 * @param checkpoint the last head that was signed
 */
record LogFiles(Vault vault, TreeFile tree, AnchorJournal anchors, DurableFile checkpoint) implements AutoCloseable {

    /** Opens all of it, or nothing: a folder whose disk failed is opened again when the disk is back. */
    static LogFiles open(Path folder, MasterKey master, VaultSettings settings, AppendFile.Opener opener) {
        try {
            Folders.create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a log, " + folder, e);
        }
        Vault vault = Vault.open(folder.resolve("vault"), master, settings);
        try {
            return open(folder, vault, opener);
        } catch (RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    private static LogFiles open(Path folder, Vault vault, AppendFile.Opener opener) {
        DurableFile checkpoint = new DurableFile(folder.resolve("checkpoint.json"), opener);
        TreeFile tree = TreeFile.open(folder.resolve("tree.hashes"), opener);
        try {
            return new LogFiles(vault, tree, AnchorJournal.open(folder.resolve("anchors.ndjson"), opener), checkpoint);
        } catch (RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    @Override
    public void close() {
        anchors.close();
        tree.close();
        vault.close();
    }
}
