package io.provenant.gateway.vault;

/** Bytes that were promised are gone or changed: the vault does not start, or does not give the record out. */
public final class VaultCorruptException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultCorruptException(String message) {
        super(message + "; restore the vault from its backup, nothing was changed");
    }

    VaultCorruptException(String message, Throwable cause) {
        super(message + "; restore the vault from its backup, nothing was changed", cause);
    }
}
