package io.provenant.network.standalone.story;

import io.provenant.canonical.Commitments;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.proof.crypto.BouncyCastleDigests;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Where the story plays: the gateways of the three organisations, and what every chapter does over and over. */
public final class Stage {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Map<String, Gateway> gateways;
    private final Narrator narrator;
    private final Clock clock;
    private final String channel;
    private final SecureRandom random = new SecureRandom();

    /**
     * A stage.
     *
     * @param gateways by the organisation's name, as in {@code exchange}; a login starts with it
     */
    public Stage(Map<String, Gateway> gateways, Narrator narrator, Clock clock, String channel) {
        this.gateways = Map.copyOf(gateways);
        this.narrator = narrator;
        this.clock = clock;
        this.channel = channel;
    }

    /** Who tells it. */
    public Narrator narrator() {
        return narrator;
    }

    /** The channel. */
    public String channel() {
        return channel;
    }

    /** The time, in ms since 1970. */
    public long now() {
        return clock.millis();
    }

    /** The gateway of the organisation where this login works. */
    public Gateway gatewayOf(String login) {
        return Objects.requireNonNull(gateways.get(login.substring(0, login.indexOf('-'))), login);
    }

    /** A colleague sends a command of the own organisation; it must be accepted. */
    public Answer send(String login, String command, JsonObject body) {
        return gatewayOf(login).command(login, command, body).accepted(command + " by " + login);
    }

    /** A colleague approves exactly this command. */
    public void approve(String login, String command, JsonObject body) {
        JsonObject subject = JsonObject.empty().with("command", command).with("body", body);
        send(login, "approve", JsonObject.of("subject", subject));
    }

    /** A hosted party signs, and the gateway of this login carries; it must be accepted. */
    public Answer carry(String login, PartySigner signer, String command, JsonObject body) {
        return gatewayOf(login)
                .carry(login, command, body, signer)
                .accepted(command + " signed by " + signer.partyId());
    }

    /** Reads a resource; it must be there. */
    public JsonObject read(String login, String path) {
        return gatewayOf(login).get(login, path).accepted(path).json();
    }

    /** A salted commitment to something that stays off the ledger; its salt is forgotten here. */
    public String commitment(String docType, String text) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        JsonObject document = JsonObject.empty()
                .with("docType", docType)
                .with("id", UUID.randomUUID().toString())
                .with("text", text);
        return Commitments.commit(new BouncyCastleDigests(), document, salt).hex();
    }

    /** Waits until this moment, in ms since 1970, has passed. */
    public void awaitTime(long ms) {
        while (clock.millis() <= ms) {
            LockSupport.parkNanos(Duration.ofMillis(ms + 1 - clock.millis()).toNanos());
        }
    }

    /** Waits until something is seen to hold, a minute at the most. */
    public void awaitUntil(String what, BooleanSupplier holds) {
        long until = clock.millis() + PATIENCE.toMillis();
        while (!holds.getAsBoolean()) {
            if (clock.millis() > until) {
                throw new StoryException("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** A new id. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }
}
