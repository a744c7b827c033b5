package io.provenant.network.embedded.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** How a gRPC call was refused: code, text, and the gateway's details. */
public record Refusal(Code code, String text, List<ErrorDetail> details) {

    public static Refusal of(ThrowingCallable call) {
        StatusRuntimeException failure =
                Objects.requireNonNull(catchThrowableOfType(StatusRuntimeException.class, call), "the call succeeded");
        List<ErrorDetail> details = new ArrayList<>();
        try {
            for (Any detail :
                    Objects.requireNonNull(StatusProto.fromThrowable(failure)).getDetailsList()) {
                details.add(detail.unpack(ErrorDetail.class));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("a detail is no ErrorDetail", e);
        }
        return new Refusal(
                failure.getStatus().getCode(),
                Objects.requireNonNullElse(failure.getStatus().getDescription(), ""),
                details);
    }

    /** The messages of the details, each after its organisation. */
    public List<String> messages() {
        return details.stream()
                .map(detail -> detail.getMspId() + ": " + detail.getMessage())
                .toList();
    }
}
