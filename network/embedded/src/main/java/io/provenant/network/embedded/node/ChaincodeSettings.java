package io.provenant.network.embedded.node;

import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The channel's chaincode, and where each organisation's own process of it listens, by MSP id. */
public record ChaincodeSettings(ChaincodeDefinition definition, SortedMap<String, HostPort> addresses) {

    public ChaincodeSettings {
        addresses = Collections.unmodifiableSortedMap(new TreeMap<>(addresses));
    }

    /** A chaincode that no process serves; the node is given it in its own JVM. */
    public static ChaincodeSettings of(ChaincodeDefinition definition) {
        return new ChaincodeSettings(definition, new TreeMap<>());
    }
}
