package io.provenant.gateway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.ledger.Signatory;
import io.provenant.gateway.ledger.commit.Commits;
import io.provenant.gateway.ledger.commit.MemoryOutbox;
import io.provenant.gateway.ledger.commit.OutboxEntry;
import io.provenant.gateway.ledger.commit.SignedEnvelope;
import io.provenant.ledger.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResenderTest {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Commits commits = new Commits(new MemoryOutbox(), Runnable::run);
    private final List<SignedEnvelope> sent = new CopyOnWriteArrayList<>();

    @Test
    void the_same_envelope_is_sent_again_until_it_has_an_ending() {
        SignedEnvelope envelope = expected();

        try (Resender resender = resender(Runnable::run)) {
            resender.start();

            await().until(() -> sent.size() >= 2);
        }

        assertThat(sent).containsOnly(envelope);
    }

    @Test
    void a_look_that_fails_is_not_the_last_one() {
        expected();
        AtomicInteger looks = new AtomicInteger();

        try (Resender resender = resender(work -> {
            switch (looks.incrementAndGet()) {
                case 1 -> throw new RejectedExecutionException("no room");
                case 2 -> throw new OutOfMemoryError("no memory");
                default -> work.run();
            }
        })) {
            resender.start();

            await().until(() -> !sent.isEmpty());
        }
    }

    private Resender resender(Executor workers) {
        return new Resender(commits, sent::add, workers, PAUSE, Clock.systemUTC());
    }

    private SignedEnvelope expected() {
        SignedEnvelope envelope = new SignedEnvelope(
                "ab".repeat(32), ByteString.EMPTY, Digest.of(new byte[32]), Optional.empty(), JsonObject.empty());
        Signatory signatory = new Signatory("service0a", Role.LOG_OPERATOR);
        commits.expect(new OutboxEntry(envelope, signatory, "market:tick", Optional.empty(), 0, Optional.empty()));
        return envelope;
    }
}
