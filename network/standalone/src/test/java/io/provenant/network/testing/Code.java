package io.provenant.network.testing;

import io.provenant.network.standalone.ProvenantCode;
import io.provenant.network.standalone.ledger.LedgerCode;

/** A chaincode that a ledger of the tests can run. */
public enum Code {
    /** The product's. */
    PROVENANT,
    /** The product's as it is shipped, see {@link JarCode}. */
    PACKAGED,
    /** The one that does what it is told, see {@link ProbeChaincode}. */
    PROBE;

    LedgerCode code() {
        return switch (this) {
            case PROVENANT -> new ProvenantCode();
            case PACKAGED -> JarCode.built();
            case PROBE -> new ProbeCode();
        };
    }
}
