package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.gateway.ledger.Submission;
import io.provenant.gateway.ledger.fabric.FabricLedgerClient;
import io.provenant.network.identity.CertificateProfile;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import io.provenant.network.identity.Role;
import io.provenant.network.identity.Validity;
import io.provenant.network.testing.TestRun;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A person's certificate that lasts ten seconds, and those of all nodes that last a minute and a half. */
@OnRealFabric
class CertificateFaultTest {

    private static final Duration NODES = Duration.ofSeconds(90);
    private static final Duration PERSON = Duration.ofSeconds(10);
    private static final Duration LEAF_SPAN = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    @Test
    void expired_certificates_write_nothing_more_and_are_renewed_without_and_with_a_restart() {
        Path folder = FaultyLedger.newFolder();
        NewSection before = NewSection.next();
        try (FaultyLedger shortLived =
                FaultyLedger.up(folder, 1, Clock.offset(Clock.systemUTC(), NODES.minus(LEAF_SPAN)))) {
            AtomicReference<Credential> person = new AtomicReference<>(founder(shortLived, PERSON));
            try (FabricLedgerClient client = shortLived.client(alias -> person.get())) {
                assertThat(client.submit(FaultyLedger.FOUNDER, before.command()))
                        .isInstanceOf(Submission.Committed.class);

                assertThat(awaitRefusal(client, "a person's certificate expires"))
                        .contains("the certificate that signs has expired");

                person.set(founder(shortLived, LEAF_SPAN));
                new Insistence(client)
                        .submit(FaultyLedger.FOUNDER, NewSection.next().command());

                assertThat(awaitRefusal(client, "the nodes' certificates expire"))
                        .contains("not endorsed");
            }
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

    /** Why nothing is sent any more; what was endorsed a moment before its certificate expired stays open. */
    private static String awaitRefusal(FabricLedgerClient client, String fault) {
        Submission told = Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> client.submit(
                                FaultyLedger.FOUNDER, NewSection.next().command()),
                        Submission.Unavailable.class::isInstance);
        System.out.println("fault, " + TestRun.ledger().code() + ": " + fault + ": " + told);
        return ((Submission.Unavailable) told).why();
    }

    private static Credential founder(FaultyLedger ledger, Duration span) {
        Organisation exchange = ledger.network().organisation(FaultyLedger.EXCHANGE);
        Validity validity = Validity.from(Clock.systemUTC().instant(), span);
        Map<String, String> attributes = Map.of(
                "pvn.role", FaultyLedger.FOUNDER.role().code(),
                "pvn.party", "pty-exchange",
                "pvn.person", FaultyLedger.FOUNDER.alias());
        return exchange.enrolmentAuthority()
                .issue(CertificateProfile.enrolment(FaultyLedger.FOUNDER.alias(), Role.CLIENT, validity)
                        .withAttributes(new TreeMap<>(attributes)));
    }
}
