package io.provenant.gateway.vault;

/** The record's key was erased: its body cannot be read again by anybody. */
public final class VaultErasedException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultErasedException(long index) {
        super("record " + index + " was erased");
    }
}
