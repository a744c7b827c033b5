package io.provenant.network.fabric;

import io.grpc.ManagedChannel;
import io.provenant.network.fabric.node.Waiting;
import io.provenant.network.identity.Credential;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * Whether an organisation's gateway works for a chaincode: one call endorsed to the full policy. Nothing less shows
 * that its peer knows the others; health and joined channels say nothing of that.
 */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FabricNetwork network;
    private final String mspId;
    private final ChaincodeSettings chaincode;

    Readiness(FabricNetwork network, String mspId, ChaincodeSettings chaincode) {
        this.network = network;
        this.mspId = mspId;
        this.chaincode = chaincode;
    }

    /** Returns once the call is endorsed; throws with the gateway's last answer where that never happens. */
    void await() {
        Credential client = network.organisation(mspId).client("readiness", new TreeMap<>());
        ManagedChannel channel = network.connect(mspId);
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(mspId, client.certificate()))
                .signer(Signers.newPrivateKeySigner(client.privateKey()))
                .connection(channel)
                .endorseOptions(options -> options.withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .connect()) {
            await(gateway.getNetwork(network.settings().channel()).getContract(chaincode.name()));
        } finally {
            channel.shutdownNow();
        }
    }

    private void await(Contract contract) {
        AtomicReference<String> answer = new AtomicReference<>("none");
        try {
            Waiting.until("the gateway of " + mspId, () -> isEndorsed(contract, answer));
        } catch (FabricException e) {
            throw new FabricException(e.getMessage() + "; its last answer: " + answer.get(), e);
        }
    }

    private boolean isEndorsed(Contract contract, AtomicReference<String> answer) {
        List<String> call = chaincode.readyCall();
        try {
            contract.newProposal(call.get(0))
                    .addArguments(call.stream().skip(1).toArray(String[]::new))
                    .build()
                    .endorse();
            return true;
        } catch (EndorseException e) {
            answer.set(e.getMessage() + " " + e.getDetails());
            return false;
        }
    }
}
