package io.provenant.gateway.vault;

/** What goes wrong at the vault's edge; the subclass says whether anything may have been kept. */
public abstract sealed class VaultException extends RuntimeException
        permits VaultCorruptException, VaultErasedException, VaultFullException, VaultUnavailableException {

    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
