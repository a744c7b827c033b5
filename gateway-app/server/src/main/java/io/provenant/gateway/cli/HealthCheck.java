package io.provenant.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The health check of a container that runs a gateway: exit status 0 where {@code /api/v1/health} answers 200, else 1,
 * and what it answered. It is asked at {@code PVN_GATEWAY}, or on loopback at port 8080. No command line and no shell
 * stand behind it, for it runs every few seconds.
 */
public final class HealthCheck {

    private static final int PATIENCE_MS = 5_000;

    private HealthCheck() {}

    /** Asks once and ends with the answer as exit status. */
    public static void main(String[] arguments) {
        String gateway = Optional.ofNullable(System.getenv("PVN_GATEWAY")).orElse("http://127.0.0.1:8080");
        System.exit(isWell(URI.create(gateway + "/api/v1/health")) ? 0 : 1);
    }

    private static boolean isWell(URI health) {
        try {
            HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            boolean isWell = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = isWell ? connection.getInputStream() : connection.getErrorStream()) {
                System.out.println(body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return isWell;
        } catch (IOException e) {
            System.out.println("no gateway answers at " + health + ": " + e.getMessage());
            return false;
        }
    }
}
