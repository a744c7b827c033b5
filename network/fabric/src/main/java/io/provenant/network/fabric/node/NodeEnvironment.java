package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of each node as environment variables over the release's own configuration files. A process listens on
 * loopback, a container on its own addresses; nothing of the launcher's environment but the PATH reaches a process.
 */
public final class NodeEnvironment {

    /** The variable that tells the external builder where a peer's connections are. */
    public static final String CONNECTIONS = "PROVENANT_CONNECTIONS";

    private NodeEnvironment() {}

    /** An orderer's. */
    public static Map<String, String> orderer(FabricBinaries binaries, OrdererPlace place) {
        Map<String, String> settings = common(binaries);
        settings.put("ORDERER_GENERAL_LISTENADDRESS", place.bind());
        settings.put("ORDERER_GENERAL_LISTENPORT", String.valueOf(place.port()));
        settings.put("ORDERER_GENERAL_LOCALMSPID", place.mspId());
        settings.put("ORDERER_GENERAL_LOCALMSPDIR", place.msp().toString());
        settings.put("ORDERER_GENERAL_TLS_ENABLED", "true");
        settings.put(
                "ORDERER_GENERAL_TLS_PRIVATEKEY",
                place.tls().resolve("server.key").toString());
        settings.put(
                "ORDERER_GENERAL_TLS_CERTIFICATE",
                place.tls().resolve("server.crt").toString());
        settings.put(
                "ORDERER_GENERAL_TLS_ROOTCAS", place.tls().resolve("ca.crt").toString());
        settings.put("ORDERER_GENERAL_BOOTSTRAPMETHOD", "none");
        settings.put(
                "ORDERER_FILELEDGER_LOCATION", place.data().resolve("ledger").toString());
        settings.put("ORDERER_CONSENSUS_WALDIR", place.data().resolve("wal").toString());
        settings.put("ORDERER_CONSENSUS_SNAPDIR", place.data().resolve("snap").toString());
        settings.put("ORDERER_GENERAL_KEEPALIVE_SERVERMININTERVAL", "5s"); // peers ping more often than once a minute
        // A BFT orderer that looks how far the others are waits for one that hangs, 5 s each time by default. The
        // longest such look is the pull time-out times the retries, and stays a minute.
        settings.put("ORDERER_GENERAL_CLUSTER_DIALTIMEOUT", "1s");
        settings.put("ORDERER_GENERAL_CLUSTER_REPLICATIONPULLTIMEOUT", "1s");
        settings.put("ORDERER_GENERAL_CLUSTER_REPLICATIONMAXRETRIES", "60");
        settings.put("ORDERER_METRICS_PROVIDER", "prometheus"); // at /metrics beside /healthz
        settings.put("ORDERER_OPERATIONS_LISTENADDRESS", place.bind() + ":" + place.operationsPort());
        settings.put("ORDERER_ADMIN_LISTENADDRESS", place.bind() + ":" + place.adminPort());
        // Whoever reaches this port could take the orderer off the channel: it knows its own authority's clients only.
        settings.put("ORDERER_ADMIN_TLS_ENABLED", "true");
        settings.put("ORDERER_ADMIN_TLS_CLIENTAUTHREQUIRED", "true");
        settings.put(
                "ORDERER_ADMIN_TLS_PRIVATEKEY",
                place.tls().resolve("server.key").toString());
        settings.put(
                "ORDERER_ADMIN_TLS_CERTIFICATE",
                place.tls().resolve("server.crt").toString());
        settings.put(
                "ORDERER_ADMIN_TLS_CLIENTROOTCAS", place.tls().resolve("ca.crt").toString());
        return settings;
    }

    /** A peer's. */
    public static Map<String, String> peer(FabricSettings network, PeerPlace place, Path builder) {
        Map<String, String> settings = client(network.binaries(), place, place.msp());
        settings.put("CORE_PEER_ID", place.name());
        settings.put("CORE_PEER_ADDRESS", place.networkAddress());
        settings.put("CORE_PEER_LISTENADDRESS", place.bind() + ":" + place.port());
        settings.put("CORE_PEER_CHAINCODELISTENADDRESS", "127.0.0.1:" + place.chaincodePort());
        settings.put("CORE_PEER_CHAINCODEADDRESS", "127.0.0.1:" + place.chaincodePort());
        settings.put(
                "CORE_PEER_TLS_CERT_FILE", place.tls().resolve("server.crt").toString());
        settings.put("CORE_PEER_TLS_KEY_FILE", place.tls().resolve("server.key").toString());
        settings.put("CORE_PEER_GOSSIP_BOOTSTRAP", place.networkAddress());
        settings.put("CORE_PEER_GOSSIP_EXTERNALENDPOINT", place.networkAddress());
        // The gateway plans from gossip membership; at the default of 25 s a peer that started first is found late.
        settings.put("CORE_PEER_GOSSIP_RECONNECTINTERVAL", "1s");
        settings.put("CORE_PEER_GOSSIP_PUBLISHSTATEINFOINTERVAL", "1s");
        settings.put("CORE_PEER_GOSSIP_REQUESTSTATEINFOINTERVAL", "1s");
        // A peer has its blocks from one orderer. If that hangs without closing its connection, the peer looks for
        // another: with BFT when a block is late by others' headers, else when a ping stays without an answer. At the
        // defaults of 30 s and 80 s the whole organisation would see nothing committed until then.
        settings.put("CORE_PEER_DELIVERYCLIENT_BLOCKCENSORSHIPTIMEOUTKEY", "3s");
        settings.put("CORE_PEER_KEEPALIVE_DELIVERYCLIENT_INTERVAL", "10s");
        settings.put("CORE_PEER_KEEPALIVE_DELIVERYCLIENT_TIMEOUT", "3s");
        settings.put("CORE_METRICS_PROVIDER", "prometheus");
        settings.put("CORE_OPERATIONS_LISTENADDRESS", place.bind() + ":" + place.operationsPort());
        settings.put("CORE_PEER_FILESYSTEMPATH", place.data().toString());
        settings.put(
                "CORE_LEDGER_SNAPSHOTS_ROOTDIR",
                place.data().resolve("snapshots").toString());
        settings.put("CORE_LEDGER_PVTDATASTORE_PURGEINTERVAL", "1"); // erased private data leaves the disk at once
        // Else whoever keeps the private part of an invalid transaction to himself holds the next block up for a
        // minute.
        settings.put("CORE_PEER_GOSSIP_PVTDATA_SKIPPULLINGINVALIDTRANSACTIONSDURINGCOMMIT", "true");
        settings.put("CORE_VM_ENDPOINT", ""); // no Docker
        settings.put(
                "CORE_CHAINCODE_EXTERNALBUILDERS",
                "[{name: provenant, path: '" + builder.toString().replace("'", "''") + "', propagateEnvironment: ["
                        + CONNECTIONS + "]}]");
        settings.put(CONNECTIONS, place.connections().toString());
        settings.putAll(network.peerSettings());
        return settings;
    }

    /** A command's that speaks to a peer as its organisation's admin. */
    public static Map<String, String> admin(FabricBinaries binaries, PeerPlace place) {
        return client(binaries, place, place.adminMsp());
    }

    /** A chaincode service's. */
    public static Map<String, String> service(PeerPlace place, String packageId, String address) {
        Map<String, String> settings = inherited();
        settings.put("CORE_CHAINCODE_ID_NAME", packageId);
        settings.put("CHAINCODE_SERVER_ADDRESS", address);
        settings.put(
                "CHAINCODE_TLS_CERT", place.serviceTls().resolve("server.crt").toString());
        settings.put(
                "CHAINCODE_TLS_KEY", place.serviceTls().resolve("server.key").toString());
        settings.put(
                "CHAINCODE_CLIENT_CA_CERT", place.serviceTls().resolve("ca.crt").toString());
        return settings;
    }

    /** A command's that speaks to nobody. */
    public static Map<String, String> tool(Path configuration) {
        Map<String, String> settings = inherited();
        settings.put("FABRIC_CFG_PATH", configuration.toString());
        settings.put("FABRIC_LOGGING_SPEC", "warn");
        return settings;
    }

    private static Map<String, String> client(FabricBinaries binaries, PeerPlace place, Path msp) {
        Map<String, String> settings = common(binaries);
        settings.put("CORE_PEER_ADDRESS", place.address());
        settings.put("CORE_PEER_LOCALMSPID", place.mspId());
        settings.put("CORE_PEER_MSPCONFIGPATH", msp.toString());
        settings.put("CORE_PEER_TLS_ENABLED", "true");
        settings.put(
                "CORE_PEER_TLS_ROOTCERT_FILE", place.tls().resolve("ca.crt").toString());
        return settings;
    }

    private static Map<String, String> common(FabricBinaries binaries) {
        return tool(binaries.configuration());
    }

    private static Map<String, String> inherited() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        return settings;
    }
}
