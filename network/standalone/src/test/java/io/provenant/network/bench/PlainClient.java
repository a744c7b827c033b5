package io.provenant.network.bench;

import io.grpc.Status;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.GatewayCalls;
import io.provenant.network.wire.Proposed;
import io.provenant.network.wire.Refusal;
import io.provenant.network.wire.Signer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A client of a peer's gateway with nothing around it: endorse, submit, wait for the commit. What an orderer leaves open
 * is sent again until the ledger has spoken, as a client must do that promises anything.
 */
public record PlainClient(GatewayCalls gateway, Signer signer, String channel) {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Creates an asset of the plain chaincode. */
    public void create() {
        call(PlainCode.NAME, List.of("CreateAsset", UUID.randomUUID().toString(), "blue", "5", "Tomoko", "300"));
    }

    /** Has a call committed; throws where it is refused or not valid. */
    public void call(String chaincode, List<String> arguments) {
        Proposed proposed = Draft.of(channel, chaincode, signer, arguments).sign();
        Envelope prepared = gateway.endorse(proposed, List.of());
        Envelope signed = signer.signEnvelope(prepared.getPayload());
        submit(proposed, signed);
        TxValidationCode code =
                gateway.commitStatus(channel, proposed.txId(), signer).getResult();
        if (code != TxValidationCode.VALID) {
            throw new IllegalStateException(chaincode + " was committed as " + code);
        }
    }

    private void submit(Proposed proposed, Envelope signed) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                gateway.submit(channel, proposed.txId(), signed);
                return;
            } catch (Refusal refusal) {
                if (isOrdered(refusal)) {
                    return;
                }
                if (refusal.code() != Status.Code.UNAVAILABLE || System.nanoTime() > until) {
                    throw refusal;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** What BFT orderers say of a transaction that is in a block already. */
    private static boolean isOrdered(Refusal refusal) {
        return refusal.details().stream().anyMatch(detail -> detail.getMessage().endsWith("request already processed"));
    }
}
