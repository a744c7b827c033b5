package io.provenant.network.testing;

import io.grpc.BindableService;
import io.provenant.contract.ChaincodeService;
import io.provenant.contract.CodeDigest;
import io.provenant.contract.ProvenantChaincode;
import java.util.List;
import java.util.Optional;

/** A chaincode that a ledger can run, from the class path of the tests. */
public enum Code {
    /** The product's chaincode, the code that is packaged as {@code chaincode.jar}. */
    PROVENANT("provenant", ChaincodeService.class) {
        @Override
        String label() {
            return "provenant_0.1.0_" + CodeDigest.ofRunningCode();
        }

        @Override
        BindableService inProcess() {
            String digest = CodeDigest.ofRunningCode();
            return new ProvenantChaincode(label() + ":" + digest, digest).asService();
        }

        @Override
        Optional<String> collections(List<String> mspIds) {
            return Optional.empty();
        }
    },
    /** The chaincode that does what it is told, see {@link ProbeChaincode}. */
    PROBE("probe", ProbeChaincode.class) {
        @Override
        String label() {
            return "probe_1";
        }

        @Override
        BindableService inProcess() {
            return new ProbeChaincode(label() + ":1").asService();
        }

        @Override
        Optional<String> collections(List<String> mspIds) {
            return Optional.of(ProbeCollections.json(mspIds));
        }
    };

    private final String chaincode;
    private final Class<?> service;

    Code(String chaincode, Class<?> service) {
        this.chaincode = chaincode;
        this.service = service;
    }

    /** The chaincode's name on the channel. */
    public String chaincode() {
        return chaincode;
    }

    /** The main class of its service. */
    Class<?> service() {
        return service;
    }

    /** What its package is called. */
    abstract String label();

    /** A new one in this JVM, for one peer. */
    abstract BindableService inProcess();

    /** Its collections in Fabric's JSON form. */
    abstract Optional<String> collections(List<String> mspIds);
}
