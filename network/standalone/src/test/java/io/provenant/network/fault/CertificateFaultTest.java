package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.network.testing.TestRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Certificates of people, peers and orderers that last a minute and a half. */
@OnRealFabric
class CertificateFaultTest {

    private static final Duration VALID_FOR = Duration.ofSeconds(90);
    private static final Duration LEAF_SPAN = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @Test
    void an_expired_certificate_is_named_and_the_next_start_renews_it() {
        Path folder = FaultyLedger.newFolder();
        Clock past = Clock.offset(Clock.systemUTC(), VALID_FOR.minus(LEAF_SPAN));
        NewSection before = NewSection.next();
        try (FaultyLedger shortLived = FaultyLedger.up(folder, 1, past);
                FabricLedgerClient client = shortLived.client(FaultyLedger.LIMITS)) {
            assertThat(client.submit(FaultyLedger.FOUNDER, before.command())).isInstanceOf(Submission.Committed.class);

            Submission expired = Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> client.submit(
                                    FaultyLedger.FOUNDER, NewSection.next().command()),
                            submission -> !(submission instanceof Submission.Committed));

            System.out.println("fault, " + TestRun.ledger().code() + ": certificates expire: " + expired);
            assertThat(expired)
                    .isInstanceOfSatisfying(
                            Submission.Unavailable.class,
                            told -> assertThat(told.why()).contains("the certificate that signs has expired"));
            shortLived.down();
        }

        try (FaultyLedger renewed = FaultyLedger.up(folder, 1);
                FabricLedgerClient client = renewed.client(FaultyLedger.LIMITS)) {
            Submission.Committed again = new Insistence(client).submit(FaultyLedger.FOUNDER, before.command());

            assertThat(again.writes()).as("the section is there since before").isEmpty();
            assertThat(client.submit(FaultyLedger.FOUNDER, NewSection.next().command()))
                    .isInstanceOf(Submission.Committed.class);
        }
    }
}
