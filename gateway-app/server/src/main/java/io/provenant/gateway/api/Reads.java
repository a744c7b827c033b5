package io.provenant.gateway.api;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.index.AsOf;
import io.provenant.gateway.index.Lookup;
import io.provenant.gateway.index.Slice;
import io.provenant.gateway.index.SliceRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** How reads are worded: each names the height it holds for, lists have a cursor, three absences are three answers. */
final class Reads {

    private static final String USUAL = "50";

    private Reads() {}

    /** The part of a list that the parameters ask for. */
    static SliceRequest part(Optional<String> limit, Optional<String> cursor) {
        try {
            return new SliceRequest(Integer.parseInt(limit.orElse(USUAL)), cursor);
        } catch (IllegalArgumentException e) {
            throw notAcceptable("limit is 1 to " + SliceRequest.MAX);
        }
    }

    /** A list; a cursor of another list is refused. */
    static <T> JsonObject list(Function<SliceRequest, Slice<T>> query, SliceRequest part, Function<T, JsonObject> row) {
        Slice<T> slice = slice(query, part);
        JsonObject answer = asOf(slice.asOf())
                .withObjects("items", slice.items().stream().map(row).toList());
        return slice.next().map(next -> answer.with("next", next)).orElse(answer);
    }

    /** One thing, or the absence that it is. */
    static <T> JsonObject one(Lookup<T> lookup, String what, Function<T, JsonObject> row) {
        return lookup.match(
                found -> asOf(found.asOf()).withAll(row.apply(found.value())),
                none -> {
                    throw absent(HttpStatus.NOT_FOUND, "NOT_FOUND", "no " + what + "; check the id", none.asOf());
                },
                hidden -> {
                    throw absent(
                            HttpStatus.FORBIDDEN,
                            "NOT_VISIBLE",
                            what + " is not this organisation's to see",
                            hidden.asOf());
                },
                behind -> {
                    throw absent(
                            HttpStatus.NOT_FOUND,
                            "NOT_INDEXED",
                            "the index is behind the ledger, which has block " + behind.ledgerHeight()
                                    + "; ask again in a moment",
                            behind.asOf());
                });
    }

    static JsonObject asOf(AsOf asOf) {
        return JsonObject.empty().with("height", asOf.height()).with("ledgerTimeMs", asOf.ledgerTimeMs());
    }

    static ApiProblem notAcceptable(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "not-acceptable", detail);
    }

    private static <T> Slice<T> slice(Function<SliceRequest, Slice<T>> query, SliceRequest part) {
        try {
            return query.apply(part);
        } catch (IllegalArgumentException e) {
            throw notAcceptable("cursor: " + e.getMessage());
        }
    }

    private static ApiProblem absent(HttpStatus status, String code, String detail, AsOf asOf) {
        return new ApiProblem(status, code, detail).with("height", new JsonInteger(asOf.height()));
    }
}
