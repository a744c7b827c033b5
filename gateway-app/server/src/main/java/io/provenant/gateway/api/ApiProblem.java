package io.provenant.gateway.api;

import io.provenant.ledger.Detail;
import io.provenant.ledger.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A refusal on its way to a problem document (RFC 9457); {@code type} names its first code (domain 3a.15). */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:pvn:problem:";

    private final HttpStatus status;
    private final transient List<String> codes;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    /** A problem of this kind, such as {@code conflict}, or of this reason code. */
    public ApiProblem(HttpStatus status, String type, String detail) {
        this(status, List.of(type), detail);
    }

    /** A problem of several reason codes. */
    public ApiProblem(HttpStatus status, List<String> codes, String detail) {
        super(detail);
        this.status = status;
        this.codes = List.copyOf(codes);
    }

    /** A refusal by the rules, each reason with the field it concerns. */
    public static ApiProblem of(HttpStatus status, List<Reason> reasons, String message) {
        List<Map<String, String>> errors = new ArrayList<>();
        for (Reason reason : reasons) {
            reason.details().stream()
                    .filter(detail -> detail.name().equals("field"))
                    .map(Detail::value)
                    .forEach(pointer -> errors.add(
                            Map.of("pointer", pointer, "code", reason.code().name())));
        }
        List<String> codes = reasons.stream()
                .map(reason -> reason.code().name())
                .distinct()
                .sorted()
                .toList();
        return new ApiProblem(status, codes, message).with("errors", errors);
    }

    /** The same problem with a member more. */
    public ApiProblem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    /** True where the same request may succeed a moment later. */
    boolean isWorthAnotherTry() {
        return status == HttpStatus.SERVICE_UNAVAILABLE || codes.contains("NOT_INDEXED");
    }

    ProblemDetail document() {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
        document.setType(java.net.URI.create(TYPE + codes.get(0)));
        document.setTitle(Titles.of(codes.get(0)));
        document.setProperty(
                "codes", codes.stream().filter(Titles::isReasonCode).toList());
        members.forEach(document::setProperty);
        return document;
    }
}
