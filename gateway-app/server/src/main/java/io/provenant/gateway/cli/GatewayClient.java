package io.provenant.gateway.cli;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A gateway as the command line talks to it: answers, or a {@link CliException} that says what the gateway said. */
final class GatewayClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI url;
    private final String token;

    GatewayClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonObject get(String path) {
        return send(request(path).GET());
    }

    JsonObject post(String path, String contentType, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    JsonObject postFile(String path, String contentType, Path file) {
        return post(path, contentType, InputFile.bytes(file), Map.of());
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve("/api/v1" + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonObject body = json(response);
            if (response.statusCode() / 100 != 2) {
                throw problem(response.statusCode(), body);
            }
            return body;
        } catch (IOException e) {
            throw new CliException(
                    ExitCode.NO_ANSWER,
                    "no gateway answers at " + url + " (" + reason(e) + "); name it with --gateway, or start it with:"
                            + " provenant serve");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.NO_ANSWER, "interrupted");
        }
    }

    private JsonObject json(HttpResponse<byte[]> response) {
        try {
            return StrictJsonReader.parseWithAnyNames(response.body());
        } catch (IllegalArgumentException e) {
            throw new CliException(
                    ExitCode.NO_ANSWER, url + " answered " + response.statusCode() + " and no JSON: is it a gateway?");
        }
    }

    // 4xx and what the rules refuse is an answer; 401 and 5xx say that there is none.
    private static CliException problem(int status, JsonObject problem) {
        boolean isAnswer = status / 100 == 4 && status != 401;
        String type = problem.optionalText("type").orElse("problem").replace("urn:pvn:problem:", "");
        String detail = problem.optionalText("detail").orElse("status " + status);
        boolean isNamed =
                detail.startsWith(type + ":") || detail.startsWith(type + ","); // refusals begin with their codes
        String text = isNamed ? detail : type + ": " + detail;
        return new CliException(isAnswer ? ExitCode.REFUSED : ExitCode.NO_ANSWER, text + lines(problem));
    }

    private static String lines(JsonObject problem) {
        return Optional.of(problem).filter(some -> some.has("lines")).stream()
                .flatMap(some -> some.objects("lines").stream())
                .map(line -> String.format(
                        Locale.ROOT,
                        "%n  line %d: %s",
                        line.integer("line"),
                        line.has("codes") ? String.join(",", line.texts("codes")) : "not kept"))
                .collect(Collectors.joining());
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
