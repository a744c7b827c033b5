package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/**
 * What a simulation read and wrote.
 *
 * @param readWriteSet the bytes of a {@code TxReadWriteSet}, for {@code ChaincodeAction.results}
 * @param privateWrites what is kept aside until the transaction commits, see {@link ChannelLedger#retain}
 * @param interest whose policies the endorsers must satisfy, as an endorser tells its gateway
 */
public record SimulationResult(
        ByteString readWriteSet, Optional<TxPvtReadWriteSet> privateWrites, ChaincodeInterest interest) {}
