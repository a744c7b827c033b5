package io.provenant.contract;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the shim may say in the log: warnings and failures. At INFO it writes settings and arguments; a refusal is an
 * answer to the client and no failure of the chaincode.
 */
final class ShimLog {

    // Held here, because the JDK holds loggers by weak references and would forget their levels.
    private static final Logger ALL = Logger.getLogger("org.hyperledger");
    private static final Logger INVOCATIONS =
            Logger.getLogger("org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask");

    private ShimLog() {}

    static void quieten() {
        ALL.setLevel(Level.WARNING);
        INVOCATIONS.setFilter(entry -> !entry.getMessage().contains("Invoke failed with error code"));
    }
}
