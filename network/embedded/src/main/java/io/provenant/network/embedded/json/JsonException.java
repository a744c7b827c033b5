package io.provenant.network.embedded.json;

/** A text that is not the JSON that was asked for. The message names the place. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }
}
