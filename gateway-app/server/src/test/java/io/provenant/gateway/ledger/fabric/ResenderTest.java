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
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    private final SettableClock clock = new SettableClock();
    private Optional<GatewayFault> answer = Optional.empty();

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

    @Test
    void what_nobody_takes_or_refuses_is_sent_once_a_minute() {
        expected();
        try (Resender resender = resender(Runnable::run, clock)) {
            resender.look();
            pass(resender, Duration.ofHours(1));
            sent.clear();

            pass(resender, Duration.ofHours(10));

            assertThat(sent).hasSize(600);
        }
    }

    @Test
    void what_is_refused_each_time_is_sent_once_an_hour_and_once_a_minute_when_it_is_taken() {
        SignedEnvelope envelope = expected();
        answer = Optional.of(new GatewayFault(GatewayFault.Kind.DENIED, "FORBIDDEN", Optional.empty()));
        try (Resender resender = resender(Runnable::run, clock)) {
            resender.look();
            pass(resender, Duration.ofHours(3));
            sent.clear();

            pass(resender, Duration.ofHours(10));

            assertThat(sent).hasSize(10);
            Resending known = resender.of(envelope.txId()).orElseThrow();
            assertThat(known.refusals()).isGreaterThan(10);
            assertThat(known.says()).isEqualTo("FORBIDDEN");
            answer = Optional.empty();
            pass(resender, Duration.ofHours(2));
            sent.clear();
            pass(resender, Duration.ofHours(1));
            assertThat(sent).hasSize(60);
        }
    }

    @Test
    void what_has_no_ending_for_long_is_counted_and_what_is_released_is_not() {
        SignedEnvelope envelope = expected();
        try (Resender resender = resender(Runnable::run, clock)) {
            resender.look();
            pass(resender, Duration.ofMinutes(29));
            assertThat(resender.unendedFor(Duration.ofMinutes(30))).isZero();

            pass(resender, Duration.ofMinutes(2));
            assertThat(resender.unendedFor(Duration.ofMinutes(30))).isOne();

            commits.release(envelope.txId());
            sent.clear();
            pass(resender, Duration.ofHours(2));
            assertThat(resender.unendedFor(Duration.ofMinutes(30))).isZero();
            assertThat(sent).isEmpty();
        }
    }

    private Resender resender(Executor workers) {
        return resender(workers, Clock.systemUTC());
    }

    private Resender resender(Executor workers, Clock clock) {
        return new Resender(
                commits,
                envelope -> {
                    sent.add(envelope);
                    return answer;
                },
                workers,
                PAUSE,
                clock);
    }

    private void pass(Resender resender, Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            clock.advance(Duration.ofSeconds(10));
            resender.look();
        }
    }

    private SignedEnvelope expected() {
        SignedEnvelope envelope = new SignedEnvelope(
                "ab".repeat(32), ByteString.EMPTY, Digest.of(new byte[32]), Optional.empty(), JsonObject.empty());
        Signatory signatory = new Signatory("service0a", Role.LOG_OPERATOR);
        commits.expect(new OutboxEntry(envelope, signatory, "market:tick", Optional.empty(), 0, Optional.empty()));
        return envelope;
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.EPOCH;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
