package io.provenant.network.fabric;

/** Whoever holds a network up: the process whose end is the network's end. */
public interface NetworkKeeper {

    /**
     * Takes in what changed in the network's folder since: starts the peers of members that joined and the services that
     * were added, and ends those that are gone. Throws with the end of its log where one of them does not start.
     */
    void follow();

    /** Returns once every organisation's gateway can have every chaincode endorsed. */
    void awaitReadiness();
}
