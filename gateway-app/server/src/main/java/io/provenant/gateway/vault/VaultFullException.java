package io.provenant.gateway.vault;

/** The batch did not fit on the disk: nothing of it was kept, the same batch may be sent again. */
public final class VaultFullException extends VaultException {

    private static final long serialVersionUID = 1L;

    VaultFullException(Throwable cause) {
        super("the vault's disk took no more bytes: nothing of the batch was kept; make room and send it again", cause);
    }
}
