package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.cli.PartySigner;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** One organisation's gateway as a client of its REST interface sees it. */
public final class Gateway {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String url;
    private final UnaryOperator<String> tokens;

    /**
     * A gateway.
     *
     * @param tokens gives a bearer token for a login
     */
    public Gateway(HttpClient http, String url, UnaryOperator<String> tokens) {
        this.http = http;
        this.url = url;
        this.tokens = tokens;
    }

    /** Where it listens. */
    public String url() {
        return url;
    }

    /** Sends a command of this organisation, as this colleague. */
    public Answer command(String colleague, String command, JsonObject body) {
        return post(colleague, command, JsonObject.of("body", body));
    }

    /** Carries a command that a hosted party has signed. */
    public Answer carry(String colleague, String command, JsonObject body, PartySigner signer) {
        return carry(colleague, command, body, signer.sign(command, body));
    }

    /** Carries a command with this actor, as somebody handed it over. */
    public Answer carry(String colleague, String command, JsonObject body, JsonObject actor) {
        return post(colleague, command, JsonObject.of("body", body).with("actor", actor));
    }

    /** Reads a resource below {@code /api/v1}. */
    public Answer get(String colleague, String path) {
        return send(request(colleague, path).GET().build());
    }

    /** Reads a resource that is no JSON, such as a checkpoint. */
    public String text(String colleague, String path) {
        HttpResponse<byte[]> response = exchange(request(colleague, path).GET().build());
        if (response.statusCode() != 200) {
            throw new StoryException(path + " was answered " + response.statusCode());
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Posts NDJSON lines. */
    public Answer postLines(String colleague, String path, String lines) {
        return send(request(colleague, path)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build());
    }

    /** Posts a CSV file. */
    public Answer postCsv(String colleague, String path, String csv) {
        return send(request(colleague, path)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build());
    }

    /** Posts a JSON document as it is. */
    public Answer postJson(String colleague, String path, String json) {
        return send(request(colleague, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** An id as a segment of a path. */
    public static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private Answer post(String colleague, String command, JsonObject request) {
        return postJson(colleague, "/commands/" + command.replace(':', '/'), request.canonical());
    }

    private HttpRequest.Builder request(String colleague, String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.apply(colleague));
    }

    private Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        JsonObject body =
                response.body().length == 0 ? JsonObject.empty() : StrictJsonReader.parseWithAnyNames(response.body());
        return new Answer(response.statusCode(), body);
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new StoryException(request.uri() + " cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted");
        }
    }
}
