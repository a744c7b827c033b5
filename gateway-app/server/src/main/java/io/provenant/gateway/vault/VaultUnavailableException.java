package io.provenant.gateway.vault;

/**
 * The disk failed in a way that leaves open what it holds: the vault takes nothing more until it has read back what is
 * there.
 */
public final class VaultUnavailableException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    VaultUnavailableException(String message) {
        super(message);
    }
}
