package io.provenant.network.embedded.node;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What a node is started with. */
public record NodeSettings(
        String channel,
        Path dataDir,
        List<OrganisationSettings> organisations,
        OrdererSettings orderer,
        ChaincodeSettings chaincode,
        Duration batchTimeout,
        int batchCount,
        Duration executeTimeout) {

    /** What the settings file's numbers are where it does not say. */
    static final int BATCH_TIMEOUT_MS = 20;

    static final int BATCH_COUNT = 500;
    static final int EXECUTE_TIMEOUT_MS = 30_000;

    public NodeSettings {
        organisations = List.copyOf(organisations);
        if (organisations.isEmpty()) {
            throw new IllegalArgumentException("a channel needs an organisation");
        }
        long distinct = organisations.stream()
                .map(OrganisationSettings::mspId)
                .distinct()
                .count();
        if (distinct < organisations.size()) {
            throw new IllegalArgumentException("an organisation is named twice");
        }
    }

    /** A node with the usual times: blocks after 20 ms or 500 transactions, 30 s for a transaction of the chaincode. */
    public static NodeSettings of(
            String channel,
            Path dataDir,
            List<OrganisationSettings> organisations,
            OrdererSettings orderer,
            ChaincodeSettings chaincode) {
        return new NodeSettings(
                channel,
                dataDir,
                organisations,
                orderer,
                chaincode,
                Duration.ofMillis(BATCH_TIMEOUT_MS),
                BATCH_COUNT,
                Duration.ofMillis(EXECUTE_TIMEOUT_MS));
    }

    public NodeSettings withBatches(Duration timeout, int count) {
        return new NodeSettings(channel, dataDir, organisations, orderer, chaincode, timeout, count, executeTimeout);
    }

    public NodeSettings withExecuteTimeout(Duration replacement) {
        return new NodeSettings(
                channel, dataDir, organisations, orderer, chaincode, batchTimeout, batchCount, replacement);
    }
}
