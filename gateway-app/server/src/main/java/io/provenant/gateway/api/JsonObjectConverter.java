package io.provenant.gateway.api;

import io.provenant.canonical.JsonObject;
import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes answers in canonical form. Requests are read as bytes, bounded and strict, never through a converter. */
public final class JsonObjectConverter extends AbstractHttpMessageConverter<JsonObject> {

    /** For JSON and problem documents. */
    public JsonObjectConverter() {
        super(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonObject.class;
    }

    @Override
    public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected JsonObject readInternal(Class<? extends JsonObject> type, HttpInputMessage request) {
        throw new HttpMessageNotReadableException("requests are read as bytes", request);
    }

    @Override
    protected void writeInternal(JsonObject value, HttpOutputMessage response) throws IOException {
        response.getBody().write(value.canonicalBytes());
    }
}
