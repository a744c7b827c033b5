package io.provenant.network.embedded.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** A call that the gateway refuses, with the code, text and details that Fabric's gateway gives. */
final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final transient List<ErrorDetail> details;

    GatewayException(Code code, String message) {
        this(code, message, List.of());
    }

    GatewayException(Code code, String message, List<ErrorDetail> details) {
        super(message);
        this.code = code;
        this.details = List.copyOf(details);
    }

    StatusRuntimeException asStatus() {
        Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(getMessage());
        details.forEach(detail -> status.addDetails(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
