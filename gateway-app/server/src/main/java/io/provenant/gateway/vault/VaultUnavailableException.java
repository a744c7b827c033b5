package io.provenant.gateway.vault;

/** The disk failed: nothing of the batch was kept, and the vault takes nothing more until the disk takes its cut. */
public final class VaultUnavailableException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    VaultUnavailableException(String message) {
        super(message);
    }
}
