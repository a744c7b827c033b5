package io.provenant.gateway.api;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Reason;
import io.provenant.ledger.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** A refusal on its way to a problem document (RFC 9457); {@code type} names its first code (domain 3a.15). */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<String> codes;
    private final transient JsonObject members;

    private ApiProblem(HttpStatus status, List<String> codes, String detail, JsonObject members) {
        super(detail);
        this.status = status;
        this.codes = List.copyOf(codes);
        this.members = members;
    }

    /** A problem of this kind, such as {@code conflict}, or of this reason code. */
    public ApiProblem(HttpStatus status, String type, String detail) {
        this(status, List.of(type), detail, JsonObject.empty());
    }

    /** What the rules refused before anything was sent, each reason with the field it concerns. */
    public static ApiProblem of(HttpStatus status, List<Reason> reasons, String message) {
        List<JsonObject> errors = new ArrayList<>();
        for (Reason reason : reasons) {
            reason.details().stream()
                    .filter(detail -> detail.name().equals("field"))
                    .map(Detail::value)
                    .forEach(pointer -> errors.add(error(pointer, reason.code().name())));
        }
        List<String> codes = reasons.stream()
                .map(reason -> reason.code().name())
                .distinct()
                .sorted()
                .toList();
        return new ApiProblem(status, codes, advised(codes, message), errors(errors));
    }

    /** What the chaincode refused, as its message says it (domain 3a.1). */
    public static ApiProblem refused(List<String> codes, String message) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                codes,
                advised(codes, message),
                errors(RefusalFields.of(codes, message)));
    }

    /** The same problem with a member more. */
    public ApiProblem with(String name, JsonValue value) {
        return new ApiProblem(status, codes, String.valueOf(getMessage()), members.with(name, value));
    }

    /** The same problem, with fields named where the sender put them instead of where the ledger gets them. */
    ApiProblem renamed(String inside, String sent) {
        List<JsonObject> errors = !members.has("errors")
                ? List.of()
                : members.objects("errors").stream()
                        .map(error ->
                                error.with("pointer", error.text("pointer").replace(inside, sent)))
                        .toList();
        String detail = String.valueOf(getMessage()).replace(inside, sent);
        return new ApiProblem(status, codes, detail, members.withAll(errors(errors)));
    }

    HttpStatus status() {
        return status;
    }

    /** True where the same request may succeed a moment later. */
    boolean isWorthAnotherTry() {
        return (status == HttpStatus.SERVICE_UNAVAILABLE && !codes.contains("log-damaged"))
                || status == HttpStatus.INSUFFICIENT_STORAGE
                || codes.contains("NOT_INDEXED");
    }

    JsonObject document() {
        String type = codes.get(0);
        return members.with("type", Titles.TYPE + type)
                .with("title", Titles.of(type))
                .with("status", status.value())
                .with("detail", String.valueOf(getMessage()))
                .withTexts("codes", codes.stream().filter(Titles::isReasonCode).toList());
    }

    static JsonObject error(String pointer, String code) {
        return JsonObject.empty().with("pointer", pointer).with("code", code);
    }

    private static JsonObject errors(List<JsonObject> errors) {
        return errors.isEmpty() ? JsonObject.empty() : JsonObject.of("errors", JsonArray.ofObjects(errors));
    }

    private static String advised(List<String> codes, String message) {
        return message + ". What to do: "
                + codes.stream()
                        .map(ReasonCode::of)
                        .flatMap(java.util.Optional::stream)
                        .map(ReasonCode::remedy)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }
}
