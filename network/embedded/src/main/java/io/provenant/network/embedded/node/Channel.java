package io.provenant.network.embedded.node;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.block.ChannelProfile;
import io.provenant.network.embedded.block.OrdererProfile;
import io.provenant.network.embedded.gateway.CommitWaiters;
import io.provenant.network.embedded.ledger.ChannelLedger;
import io.provenant.network.embedded.ledger.LedgerSettings;
import io.provenant.network.embedded.msp.Msp;
import io.provenant.network.embedded.msp.SignerFolder;
import io.provenant.network.embedded.order.Orderer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What all peers of the node share: the ledger, the orderer, and those who wait for commits. */
record Channel(ChannelLedger ledger, Orderer orderer, CommitWaiters waiters) implements AutoCloseable {

    static Channel open(NodeSettings settings, Clock clock, Executor executor) throws IOException {
        OrdererSettings orderer = settings.orderer();
        ChannelProfile profile = new ChannelProfile(
                settings.channel(),
                settings.organisations().stream()
                        .map(member -> Msp.load(member.mspId(), member.mspDir()).configuration())
                        .toList(),
                new OrdererProfile(
                        Msp.load(orderer.mspId(), orderer.mspDir()).configuration(),
                        orderer.address().host(),
                        orderer.address().port(),
                        ByteString.copyFrom(
                                Files.readAllBytes(orderer.tlsFolder().resolve("server.crt")))),
                settings.batchCount(),
                settings.batchTimeout(),
                clock.instant());
        ChannelLedger ledger = ChannelLedger.open(new LedgerSettings(
                settings.dataDir(),
                profile,
                settings.chaincode().definition(),
                SignerFolder.load(orderer.mspId(), orderer.mspDir())));
        return new Channel(
                ledger,
                Orderer.start(ledger, settings.batchTimeout(), settings.batchCount(), clock),
                new CommitWaiters(ledger, executor));
    }

    /** Commits what was taken and closes the ledger. */
    @Override
    public void close() {
        orderer.close();
        waiters.close();
        ledger.close();
    }
}
