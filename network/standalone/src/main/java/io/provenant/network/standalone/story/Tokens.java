package io.provenant.network.standalone.story;

import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches bearer tokens by client credentials (RFC 6749 4.4) and keeps them for the length of the story. */
public final class Tokens {

    private final HttpClient http;
    private final String issuer;
    private final Map<String, String> secrets;
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /**
     * Tokens of this issuer.
     *
     * @param secrets login to client secret
     */
    public Tokens(HttpClient http, String issuer, Map<String, String> secrets) {
        this.http = http;
        this.issuer = issuer;
        this.secrets = Map.copyOf(secrets);
    }

    /** A token for this login. */
    public String of(String login) {
        return kept.computeIfAbsent(login, this::fetch);
    }

    private String fetch(String login) {
        String basic =
                Base64.getEncoder().encodeToString((login + ":" + secrets.get(login)).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new StoryException("no token for " + login + ": " + response.statusCode());
            }
            return StrictJsonReader.parseWithAnyNames(response.body()).text("access_token");
        } catch (IOException e) {
            throw new StoryException("the issuer " + issuer + " cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted");
        }
    }
}
