package io.provenant.network.testing;

import io.grpc.ManagedChannel;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;

/** A ledger that is up, whatever it is made of. */
interface RunningLedger extends AutoCloseable {

    Organisation organisation(String mspId);

    /** Where an organisation's gateway listens, as host and port. */
    String address(String mspId);

    /** The root that an organisation's gateway proves itself by, a PEM file. */
    Path tlsRoot(String mspId);

    ManagedChannel connect(String mspId);

    void stopPeer(String mspId);

    void startPeer(String mspId);

    @Override
    void close();
}
