package io.provenant.network.standalone.ledger;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.FabricNetwork;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;
import java.util.Optional;

/** A ledger that is up, whatever it is made of. */
public interface RunningLedger extends AutoCloseable {

    /** A network of processes as a ledger, for those who start it in a way of their own. */
    static RunningLedger of(FabricNetwork network) {
        return new FabricLedger(network);
    }

    /** A member, which issues certificates that the channel takes. */
    Organisation organisation(String mspId);

    /** Where an organisation's gateway listens, as host and port. */
    String address(String mspId);

    /** The root that an organisation's gateway proves itself by, a PEM file. */
    Path tlsRoot(String mspId);

    /** A new connection to an organisation's gateway; whoever asks for it shuts it down. */
    ManagedChannel connect(String mspId);

    /** Ends an organisation's peer, and with it its gateway. */
    void stopPeer(String mspId);

    /** Starts a peer that was stopped, and returns once its gateway endorses again. */
    void startPeer(String mspId);

    /** The processes of its own, where it has any. */
    Optional<FabricNetwork> processes();

    @Override
    void close();
}
