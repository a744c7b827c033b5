package io.provenant.network.wire;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** What a gateway said instead of an answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final transient List<ErrorDetail> details;

    private Refusal(Status status, List<ErrorDetail> details, Throwable cause) {
        super(status + " " + details, cause);
        this.status = status;
        this.details = details;
    }

    public static Refusal of(StatusRuntimeException error) {
        List<ErrorDetail> details = new ArrayList<>();
        try {
            com.google.rpc.Status full = StatusProto.fromThrowable(error);
            for (Any detail : full == null ? List.<Any>of() : full.getDetailsList()) {
                details.add(detail.unpack(ErrorDetail.class));
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("details of another type", e);
        }
        return new Refusal(error.getStatus(), List.copyOf(details), error);
    }

    public Status.Code code() {
        return status.getCode();
    }

    public String text() {
        return Optional.ofNullable(status.getDescription()).orElse("");
    }

    public List<ErrorDetail> details() {
        return details;
    }
}
