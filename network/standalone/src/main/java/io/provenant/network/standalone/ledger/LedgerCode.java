package io.provenant.network.standalone.ledger;

import io.grpc.BindableService;
import java.util.List;
import java.util.Optional;

/** A chaincode that runs on any ledger: as an object of this JVM for each peer, or as a process for each peer. */
public interface LedgerCode {

    /** Its name on the channel. */
    String chaincode();

    /** Its version in the channel's definition. */
    String version();

    /** What its package is called; says which code it stands for. */
    String label();

    /** A new one in this JVM, for one peer. */
    BindableService inProcess();

    /** The command that serves one peer, see {@link io.provenant.network.fabric.ChaincodeSettings}. */
    List<String> command();

    /** Its collections of private data for these organisations, in Fabric's JSON form. */
    Optional<String> collections(List<String> mspIds);
}
