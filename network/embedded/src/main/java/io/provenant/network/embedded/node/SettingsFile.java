package io.provenant.network.embedded.node;

import io.provenant.network.embedded.json.JsonMembers;
import io.provenant.network.embedded.json.JsonText;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * Reads a node's settings from strict JSON: a member that is unknown, missing or of another type is refused by its
 * place. Relative folders are taken from the file's own.
 */
public final class SettingsFile {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_MS = 600_000;
    private static final int MAX_BATCH = 10_000;

    private final Path folder;

    private SettingsFile(Path folder) {
        this.folder = folder;
    }

    public static NodeSettings read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return parse(Files.readString(file), folder == null ? Path.of("") : folder);
    }

    /** The settings of a text; {@code folder} is what relative folders start from. */
    public static NodeSettings parse(String text, Path folder) {
        return new SettingsFile(folder).settings(JsonText.parseObject(text));
    }

    private NodeSettings settings(JsonMembers json) {
        json.only(
                "v",
                "channel",
                "dataDir",
                "organisations",
                "orderer",
                "chaincodes",
                "batchTimeoutMs",
                "batchCount",
                "executeTimeoutMs");
        json.number("v", 1, 1);
        List<JsonMembers> chaincodes = json.objects("chaincodes");
        if (chaincodes.size() != 1) {
            throw new IllegalArgumentException("a node has one chaincode, found " + chaincodes.size());
        }
        int batchTimeout = json.number("batchTimeoutMs", 1, MAX_MS, NodeSettings.BATCH_TIMEOUT_MS);
        int executeTimeout = json.number("executeTimeoutMs", 1, MAX_MS, NodeSettings.EXECUTE_TIMEOUT_MS);
        return NodeSettings.of(
                        json.text("channel"),
                        folder.resolve(json.text("dataDir")),
                        json.objects("organisations").stream()
                                .map(this::organisation)
                                .toList(),
                        orderer(json.object("orderer")),
                        chaincode(chaincodes.get(0)))
                .withBatches(
                        Duration.ofMillis(batchTimeout),
                        json.number("batchCount", 1, MAX_BATCH, NodeSettings.BATCH_COUNT))
                .withExecuteTimeout(Duration.ofMillis(executeTimeout));
    }

    private OrganisationSettings organisation(JsonMembers json) {
        json.only("mspId", "mspDir", "peer");
        JsonMembers peer = json.object("peer").only("host", "port");
        return new OrganisationSettings(json.text("mspId"), folder.resolve(json.text("mspDir")), hostPort(peer, 0));
    }

    private OrdererSettings orderer(JsonMembers json) {
        json.only("mspId", "mspDir", "host", "port");
        return new OrdererSettings(json.text("mspId"), folder.resolve(json.text("mspDir")), hostPort(json, 1));
    }

    private static HostPort hostPort(JsonMembers json, int minPort) {
        return new HostPort(json.text("host"), json.number("port", minPort, MAX_PORT));
    }

    private static ChaincodeSettings chaincode(JsonMembers json) {
        json.only("name", "version", "sequence", "policy", "collections", "addresses");
        ChaincodeDefinition definition = ChaincodeDefinition.of(json.text("name"), json.text("version"))
                .withSequence(json.number("sequence", 1, Integer.MAX_VALUE))
                .withEndorsementPolicy(PolicyText.parse(json.text("policy")))
                .withCollections(json.objects("collections").stream()
                        .map(SettingsFile::collection)
                        .toList());
        SortedMap<String, HostPort> addresses = new TreeMap<>();
        for (JsonMembers address : json.objects("addresses")) {
            address.only("mspId", "host", "port");
            addresses.put(address.text("mspId"), hostPort(address, 1));
        }
        return new ChaincodeSettings(definition, addresses);
    }

    /** The members that Fabric's own collection files have; data that expires is not supported. */
    private static StaticCollectionConfig collection(JsonMembers json) {
        json.only(
                "name",
                "policy",
                "requiredPeerCount",
                "maxPeerCount",
                "blockToLive",
                "memberOnlyRead",
                "memberOnlyWrite",
                "endorsementPolicy");
        json.number("blockToLive", 0, 0, 0);
        StaticCollectionConfig.Builder collection = StaticCollectionConfig.newBuilder()
                .setName(json.text("name"))
                .setMemberOrgsPolicy(
                        CollectionPolicyConfig.newBuilder().setSignaturePolicy(PolicyText.parse(json.text("policy"))))
                .setRequiredPeerCount(json.number("requiredPeerCount", 0, Integer.MAX_VALUE, 0))
                .setMaximumPeerCount(json.number("maxPeerCount", 0, Integer.MAX_VALUE, 0))
                .setMemberOnlyRead(json.flag("memberOnlyRead"))
                .setMemberOnlyWrite(json.flag("memberOnlyWrite"));
        json.optionalObject("endorsementPolicy").ifPresent(policy -> {
            policy.only("signaturePolicy");
            collection.setEndorsementPolicy(ApplicationPolicy.newBuilder()
                    .setSignaturePolicy(PolicyText.parse(policy.text("signaturePolicy"))));
        });
        return collection.build();
    }
}
