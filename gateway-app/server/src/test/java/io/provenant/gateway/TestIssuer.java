package io.provenant.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An identity provider whose keys are served on loopback, and which signs whatever a test asks for. */
final class TestIssuer implements AutoCloseable {

    private final ECKey key;
    private final HttpServer server;
    private volatile boolean down;

    TestIssuer() throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(down ? 500 : 200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers no question for its keys, or does again. */
    void down(boolean next) {
        down = next;
    }

    /** A token that is good at the exchange's gateway. */
    String token(String subject) {
        return token(subject, claims -> claims);
    }

    /** A token with other claims. */
    String token(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(subject, change, key);
    }

    /** A token signed by somebody else under this issuer's key id. */
    String forged(String subject) throws JOSEException {
        return sign(
                subject,
                claims -> claims,
                new ECKeyGenerator(Curve.P_256).keyID("k1").generate());
    }

    private String sign(String subject, UnaryOperator<JWTClaimsSet.Builder> change, ECKey with) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience("pty-exchange")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(),
                change.apply(claims).build());
        try {
            token.sign(new ECDSASigner(with));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
