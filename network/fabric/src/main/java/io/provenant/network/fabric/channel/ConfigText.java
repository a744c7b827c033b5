package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.Quorum;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The text that configtxgen makes the channel's first block from. Who endorses chaincode, its life cycle and changes of
 * the channel is named, see {@link Quorum}; a majority would be diluted by whoever joins later.
 */
final class ConfigText {

    static final String PROFILE = "Channel";

    private static final String POLICY = "%s: { Type: %s, Rule: \"%s\" }";

    private final NetworkPlan plan;
    private final FabricSettings settings;

    ConfigText(NetworkPlan plan) {
        this.plan = plan;
        this.settings = plan.settings();
    }

    String yaml() {
        boolean isBft = settings.consensus() == Consensus.BFT;
        return String.format(
                Locale.ROOT,
                """
                Profiles:
                  %s:
                    Capabilities: { %s: true }
                    Policies:
                %s
                    Orderer:
                      OrdererType: %s
                      BatchTimeout: 100ms
                      BatchSize: { MaxMessageCount: 500, AbsoluteMaxBytes: 10 MB, PreferredMaxBytes: 2 MB }
                      Capabilities: { V2_0: true }
                      Policies:
                %s
                %s
                      Organizations:
                %s
                    Application:
                      Capabilities: { V2_5: true }
                      Policies:
                %s
                      Organizations:
                %s
                """,
                PROFILE,
                isBft ? "V3_0" : "V2_0",
                indented(6, metaReadersAndWriters() + channelAdmins()),
                isBft ? "BFT" : "etcdraft",
                indented(8, metaReadersAndWriters() + ordererPolicies()),
                indented(6, isBft ? bft() : raft()),
                indented(8, ordererOrganisations()),
                indented(8, metaReadersAndWriters() + channelAdmins() + endorsement()),
                indented(8, memberOrganisations()));
    }

    private static String metaReadersAndWriters() {
        return meta("Readers", "ANY Readers") + meta("Writers", "ANY Writers");
    }

    private String channelAdmins() {
        return signature("Admins", Quorum.of(settings.members()).ofAdmins());
    }

    private String endorsement() {
        String peers = Quorum.of(settings.members()).ofPeers();
        return signature("LifecycleEndorsement", peers) + signature("Endorsement", peers);
    }

    private static String ordererPolicies() {
        return meta("Admins", "MAJORITY Admins") + meta("BlockValidation", "ANY Writers");
    }

    private String raft() {
        return "EtcdRaft:\n  Options: { TickInterval: 100ms, ElectionTick: 10, HeartbeatTick: 1, MaxInflightBlocks: 5,"
                + " SnapshotIntervalSize: 16 MB }\n  Consenters:\n"
                + each(plan.orderers(), ConfigText::raftConsenter);
    }

    private static String raftConsenter(OrdererPlace orderer) {
        return String.format(
                Locale.ROOT,
                "    - { Host: %s, Port: %d, ClientTLSCert: %s, ServerTLSCert: %3$s }\n",
                orderer.host(),
                orderer.port(),
                quoted(orderer.tls().resolve("server.crt")));
    }

    private String bft() {
        return """
                SmartBFT:
                  RequestBatchMaxCount: 500
                  RequestBatchMaxBytes: 10485760
                  RequestBatchMaxInterval: 100ms
                  IncomingMessageBufferSize: 200
                  RequestPoolSize: 100000
                  RequestForwardTimeout: 500ms
                  RequestComplainTimeout: 2s
                  RequestAutoRemoveTimeout: 3m
                  RequestMaxBytes: 10485760
                  ViewChangeResendInterval: 1s
                  ViewChangeTimeout: 5s
                  LeaderHeartbeatTimeout: 3s
                  LeaderHeartbeatCount: 10
                  CollectTimeout: 1s
                ConsenterMapping:
                """ + each(plan.orderers(), ConfigText::bftConsenter);
    }

    private static String bftConsenter(OrdererPlace orderer) {
        return String.format(
                Locale.ROOT,
                "  - { ID: %d, Host: %s, Port: %d, MSPID: %s, Identity: %s, ClientTLSCert: %s, ServerTLSCert: %6$s }\n",
                orderer.id(),
                orderer.host(),
                orderer.port(),
                orderer.mspId(),
                quoted(orderer.msp().resolve("signcerts/cert.pem")),
                quoted(orderer.tls().resolve("server.crt")));
    }

    private String ordererOrganisations() {
        return each(plan.orderers(), orderer -> {
            String mspId = orderer.mspId();
            return organisation(mspId, orderer.publicMsp(), List.of("member"), List.of("member"))
                    + "  OrdererEndpoints: [ \"" + orderer.networkAddress() + "\" ]\n";
        });
    }

    private String memberOrganisations() {
        return each(plan.members(), this::memberOrganisation);
    }

    private String memberOrganisation(PeerPlace peer) {
        return organisation(
                        peer.mspId(), peer.publicMsp(), List.of("admin", "peer", "client"), List.of("admin", "client"))
                + "    " + signature("Endorsement", anyOf(peer.mspId(), List.of("peer")))
                + (peer.isRun() ? "  AnchorPeers: [ { Host: " + peer.host() + ", Port: " + peer.port() + " } ]\n" : "");
    }

    private static String organisation(String mspId, Path msp, List<String> readers, List<String> writers) {
        return String.format(Locale.ROOT, "- Name: %s\n  ID: %1$s\n  MSPDir: %s\n  Policies:\n", mspId, quoted(msp))
                + "    " + signature("Readers", anyOf(mspId, readers))
                + "    " + signature("Writers", anyOf(mspId, writers))
                + "    " + signature("Admins", anyOf(mspId, List.of("admin")));
    }

    private static String anyOf(String mspId, List<String> roles) {
        return roles.stream().map(role -> "'" + mspId + "." + role + "'").collect(Collectors.joining(", ", "OR(", ")"));
    }

    private static String meta(String name, String rule) {
        return String.format(Locale.ROOT, POLICY, name, "ImplicitMeta", rule) + "\n";
    }

    private static String signature(String name, String rule) {
        return String.format(Locale.ROOT, POLICY, name, "Signature", rule) + "\n";
    }

    private static <T> String each(List<T> places, Function<T, String> text) {
        return places.stream().map(text).collect(Collectors.joining());
    }

    /** A path may hold whatever YAML makes something of: commas, braces, a hash. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private static String indented(int spaces, String text) {
        return text.indent(spaces).stripTrailing();
    }
}
