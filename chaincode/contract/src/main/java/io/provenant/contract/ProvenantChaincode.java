package io.provenant.contract;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import io.provenant.canonical.MalformedJsonException;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * The one dispatcher behind the shim: two strings in, one canonical string out, writes in ascending order of keys, one
 * event. One object serves one peer: the shim keeps a single handshake state.
 */
public final class ProvenantChaincode extends ChaincodeBase {

    private static final String EVENT = "pvn";

    private final Dispatcher dispatcher;

    /**
     * The chaincode under the id of its installed package.
     *
     * @param packageId what the peer calls it, {@code label:hash}
     * @param codeSha256 SHA-256 of the running jar, 64 hex digits
     */
    public ProvenantChaincode(String packageId, String codeSha256) {
        this.dispatcher =
                new Dispatcher(Commands.all(), new BouncyCastleDigests(), new BouncyCastleSignatures(), codeSha256);
        ShimLog.quieten();
        processCommandLineOptions(new String[] {"-i", packageId});
        Properties settings = getChaincodeConfig();
        Metrics.initialize(settings);
        Traces.initialize(settings);
    }

    /** The service to which a peer connects, for a server of the caller's choice. */
    public BindableService asService() {
        return new ChaincodeGrpc.ChaincodeImplBase() {
            @Override
            public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
                return connected(toPeer);
            }
        };
    }

    private StreamObserver<ChaincodeMessage> connected(StreamObserver<ChaincodeMessage> toPeer) {
        try {
            return connectToPeer(toPeer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Chaincode.Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Chaincode.Response invoke(ChaincodeStub stub) {
        if (stub.getArgs().size() != 2) {
            return malformed("two arguments");
        }
        Optional<Invocation> invocation = invocation(stub);
        if (invocation.isEmpty()) {
            return malformed("UTF-8");
        }
        Result result = dispatcher.run(invocation.get(), new StubState(stub));
        if (result instanceof Result.Success success) {
            return write(success, stub);
        }
        return ResponseUtils.newErrorResponse(((Result.Refusal) result).message());
    }

    private static Chaincode.Response malformed(String expected) {
        Outcome.Rejected rejected =
                new Refusals().add(INPUT_MALFORMED, Detail.expected(expected)).rejected();
        return ResponseUtils.newErrorResponse(rejected.message());
    }

    // Bytes that are no UTF-8 are refused, never replaced: what is judged is what the client signed.
    private static Optional<Invocation> invocation(ChaincodeStub stub) {
        try {
            List<byte[]> arguments = stub.getArgs();
            return Optional.of(invocation(
                    stub, StrictJsonReader.decode(arguments.get(0)), StrictJsonReader.decode(arguments.get(1))));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static Invocation invocation(ChaincodeStub stub, String command, String envelope) {
        return new Invocation(
                stub.getChannelId(),
                stub.getTxId(),
                stub.getTxTimestamp().toEpochMilli(),
                CreatorCertificate.invoker(stub.getCreator()),
                command,
                envelope,
                Optional.ofNullable(stub.getTransient().get("document")).map(StrictJsonReader::decode));
    }

    private static Chaincode.Response write(Result.Success success, ChaincodeStub stub) {
        for (Write write : success.writes()) {
            if (write instanceof Write.Put put) {
                stub.putState(put.key(), put.value().getBytes(StandardCharsets.UTF_8));
            } else if (write instanceof Write.Delete delete) {
                stub.delState(delete.key());
            } else if (write instanceof Write.PutPrivate put) {
                stub.putPrivateData(put.collection(), put.key(), put.value().getBytes(StandardCharsets.UTF_8));
            }
        }
        success.event().ifPresent(event -> stub.setEvent(EVENT, event.getBytes(StandardCharsets.UTF_8)));
        return ResponseUtils.newSuccessResponse(success.payload().getBytes(StandardCharsets.UTF_8));
    }
}
