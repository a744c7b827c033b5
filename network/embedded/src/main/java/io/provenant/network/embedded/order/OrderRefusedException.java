package io.provenant.network.embedded.order;

import org.hyperledger.fabric.protos.common.Status;

/** A transaction that the orderer does not order, with the status and the text of Fabric's orderer. */
public final class OrderRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status status;
    private final String info;

    OrderRefusedException(Status status, String info) {
        super(info);
        this.status = status;
        this.info = info;
    }

    public Status status() {
        return status;
    }

    public String info() {
        return info;
    }
}
