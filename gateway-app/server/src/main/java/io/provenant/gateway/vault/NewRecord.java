package io.provenant.gateway.vault;

/**
 * A record offered to the vault.
 *
 * @param identity what the record is called by its owner, such as a record number: one identity is kept once. It is
 *     stored as a keyed hash only
 */
public record NewRecord(String identity, VaultRecord record) {}
