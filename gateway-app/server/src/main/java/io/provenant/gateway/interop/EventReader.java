package io.provenant.gateway.interop;

import io.provenant.gateway.log.FaultyLineException;
import io.provenant.gateway.log.LineFault;
import io.provenant.gateway.log.LineFault.Code;
import io.provenant.proof.json.FullJson;
import java.util.List;
import java.util.Optional;

/** Reads members of an event; what is missing or of another kind is a fault that names it as JSON Pointer (RFC 6901). */
record EventReader(FullJson.Members object, String pointer) {

    static EventReader of(FullJson event) throws FaultyLineException {
        if (event instanceof FullJson.Members object) {
            return new EventReader(object, "");
        }
        throw fault(Code.INPUT_MALFORMED, "", "expected an object");
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    String text(String name) throws FaultyLineException {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) throws FaultyLineException {
        FullJson value = object.members().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof FullJson.Text text) {
            return Optional.of(text.value());
        }
        throw wrong(name, "expected a string");
    }

    /** True if the member is there and true. */
    boolean flag(String name) throws FaultyLineException {
        FullJson value = object.members().getOrDefault(name, FullJson.Word.FALSE);
        if (value != FullJson.Word.TRUE && value != FullJson.Word.FALSE) {
            throw wrong(name, "expected true or false");
        }
        return value == FullJson.Word.TRUE;
    }

    EventReader object(String name) throws FaultyLineException {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<EventReader> optionalObject(String name) throws FaultyLineException {
        FullJson value = object.members().get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof FullJson.Members members) {
            return Optional.of(new EventReader(members, pointer + "/" + name));
        }
        throw wrong(name, "expected an object");
    }

    List<FullJson> items(String name) throws FaultyLineException {
        FullJson value = object.members().get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof FullJson.Items items) {
            return items.items();
        }
        throw wrong(name, "expected an array");
    }

    FaultyLineException wrong(String name, String says) {
        return fault(Code.INPUT_MALFORMED, pointer + "/" + name, says);
    }

    private FaultyLineException missing(String name) {
        return fault(Code.FIELD_MISSING, pointer + "/" + name, "missing");
    }

    static FaultyLineException fault(Code code, String pointer, String says) {
        return new FaultyLineException(List.of(new LineFault(code, 0, pointer, says)));
    }
}
