package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.network.standalone.story.HostedParty;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Prepared;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was endorsed before a tick cannot commit after it. Peers take proposals of a quarter of an hour around their
 * clocks, so a market that was founded 13 minutes ago has two ticks to come: one of two minutes ago, and one of nine
 * minutes hence.
 */
@OnLedger
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FenceTest {

    private static final Duration FOUNDED = Duration.ofMinutes(13);
    private static final Duration FIRST_TICK = Duration.ofMinutes(2);
    private static final Duration SECOND_TICK = Duration.ofMinutes(-9);

    private static final List<String> KEY_ROLES = List.of("consumer.officer", "org.admin");

    @TempDir
    Path keys;

    private String foundedTx = "";
    private final LiveMarket market;
    private final Founders founders;

    FenceTest(TestLedger ledger) {
        this.market = new LiveMarket(ledger, Traffic.UNHEARD);
        this.founders = new Founders(market);
    }

    @BeforeAll
    void a_market_was_founded() {
        foundedTx = founders.found(FOUNDED);
    }

    @AfterAll
    void stop() {
        market.close();
    }

    @Test
    void what_was_endorsed_before_a_tick_dies_with_it_and_a_tick_too_early_kills_nothing() {
        Endorsed early = market.endorse(application("early"));
        Endorsed late = market.endorse(application("late"));
        assertThat(market.order(early)).isEqualTo(TxValidationCode.VALID);

        assertThat(tick(FIRST_TICK).answer().integer("no")).isEqualTo(2);
        assertThat(market.order(late)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);

        Endorsed between = market.endorse(application("between"));
        assertThat(tick(Duration.ZERO).answer().integer("no")).isEqualTo(2);
        assertThat(market.order(between)).isEqualTo(TxValidationCode.VALID);

        Endorsed held = market.endorse(application("held"));
        assertThat(tick(SECOND_TICK).answer().integer("no")).isEqualTo(3);
        assertThat(market.order(held)).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(market.order(market.endorse(application("held")))).isEqualTo(TxValidationCode.VALID);
    }

    /** The one exception: only its owner's peers endorse a deposit, and nobody is restrained by one. */
    @Test
    void a_deposit_reads_no_fence() {
        Actor officer = founders.actor(Founders.EXCHANGE, Role.EXCHANGE_OFFICER, "officer000");
        Papers.Paper paper = Papers.paper(founders.mspId(Founders.EXCHANGE), "paper");
        Endorsed deposit = market.endorse(
                Call.of(officer, "document:deposit", paper.place()).withDocument(paper.value()));

        List<String> reads = Prepared.of(deposit.prepared()).spaces().stream()
                .flatMap(space -> Prepared.parse(KVRWSet.parser(), space.getRwset()).getReadsList().stream())
                .map(KVRead::getKey)
                .toList();
        assertThat(reads).contains("MKT!founding").doesNotContain("TIK!market");
    }

    private Endorsed tick(Duration age) {
        Actor anybody = founders.actor(Founders.ASSOCIATION, Role.LOG_OPERATOR, "gateway000");
        return market.accept(Call.of(anybody, "market:tick", JsonObject.empty()).withAge(age));
    }

    /** A command that conflicts with no other. */
    private Call application(String name) {
        HostedParty party =
                Admission.party(keys, "pty-" + name, name.hashCode() & 0xffff, List.of("CONSUMER"), KEY_ROLES);
        return Admission.application(
                founders, party, party.signer(market.ledger().channel(), foundedTx));
    }
}
