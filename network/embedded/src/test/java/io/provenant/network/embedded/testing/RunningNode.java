package io.provenant.network.embedded.testing;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.provenant.network.embedded.node.EmbeddedNode;
import io.provenant.network.identity.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** A node with the probe chaincode of each organisation in this JVM, and a client of each. */
public final class RunningNode implements AutoCloseable {

    private final TestChannel channel;
    private final EmbeddedNode node;
    private final SortedMap<String, Credential> clients = new TreeMap<>();
    private final SortedMap<String, ManagedChannel> connections = new TreeMap<>();

    private RunningNode(TestChannel channel, EmbeddedNode node) {
        this.channel = channel;
        this.node = node;
    }

    public static RunningNode start(Path folder) throws IOException {
        return start(folder, Duration.ofSeconds(30));
    }

    public static RunningNode start(Path folder, Duration executeTimeout) throws IOException {
        TestChannel channel = TestChannel.create(folder);
        return new RunningNode(
                channel,
                EmbeddedNode.start(channel.settings().withExecuteTimeout(executeTimeout), TestChannel.probes()));
    }

    /** A node that the caller has started. */
    public static RunningNode of(TestChannel channel, EmbeddedNode node) {
        return new RunningNode(channel, node);
    }

    public TestChannel channel() {
        return channel;
    }

    public EmbeddedNode node() {
        return node;
    }

    public Credential client(String mspId) {
        return clients.computeIfAbsent(mspId, channel::client);
    }

    public ManagedChannel connection(String mspId) {
        return connections.computeIfAbsent(
                mspId,
                peer -> InProcessChannelBuilder.forName(node.inProcess(peer)).build());
    }

    /** The calls of an organisation's client on its own gateway. */
    public GatewayCalls calls(String mspId) {
        return new GatewayCalls(connection(mspId), mspId, client(mspId));
    }

    @Override
    public void close() {
        connections.values().forEach(ManagedChannel::shutdownNow);
        node.close();
    }
}
