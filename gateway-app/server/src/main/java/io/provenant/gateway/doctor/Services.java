package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** Examines what the gateway needs beside the ledger: the issuer of tokens, and a database that the settings name. */
public final class Services {

    private static final int OLDEST_POSTGRESQL = 14;

    private Services() {}

    /** The issuer of tokens. */
    public static void issuer(Findings findings, URI issuer, Optional<URI> jwkSetUri, Duration patience) {
        URI keys = jwkSetUri.orElseGet(() -> URI.create(issuer + "/.well-known/openid-configuration"));
        findings.examine("identity provider", () -> {
            HttpClient http = HttpClient.newBuilder().connectTimeout(patience).build();
            HttpRequest request = HttpRequest.newBuilder(keys).timeout(patience).build();
            try {
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                require(status == 200, keys + " answers " + status + ": look at provenant.tokens");
                return keys + " answers";
            } catch (IOException e) {
                throw new IOException(keys + " does not answer: look at provenant.tokens, or start it", e);
            }
        });
    }

    /** The database. */
    public static void database(Findings findings, String url, String user, String password, Duration patience) {
        findings.examine("database", () -> {
            Properties how = new Properties();
            how.setProperty("user", user);
            how.setProperty("password", password);
            how.setProperty("connectTimeout", Long.toString(patience.toSeconds()));
            how.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
            try (Connection connection = DriverManager.getConnection(url, how)) {
                int version = connection.getMetaData().getDatabaseMajorVersion();
                require(
                        version >= OLDEST_POSTGRESQL,
                        "PostgreSQL " + version + " is too old: " + OLDEST_POSTGRESQL + " is the least");
                return "PostgreSQL " + version;
            }
        });
    }
}
