package io.provenant.network.embedded.deliver;

import org.hyperledger.fabric.protos.common.Status;

/** A wish for blocks that is not fulfilled; the client gets the status and nothing else. */
final class DeliverException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status status;

    DeliverException(Status status) {
        super(status.name());
        this.status = status;
    }

    Status status() {
        return status;
    }
}
