package io.provenant.party;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.RecordedLedger;
import io.provenant.testing.SmallMarket;
import org.junit.jupiter.api.Test;

/** INV-P2: who may judge whom. */
class IndependenceTest {

    private static final PartyId HOST = new PartyId("pty-exchange");
    private static final PartyId HOSTED = new PartyId("pty-medcenter");
    private static final PartyId OTHER = new PartyId("pty-lumen");

    private final SmallMarket market = new SmallMarket()
            .party(HOST.value(), PartyRole.EXCHANGE)
            .party(HOSTED.value(), PartyRole.CONTROLLER)
            .party(OTHER.value(), PartyRole.CONSUMER);

    @Test
    void a_hosted_party_judges_another_and_not_its_host() {
        market.put(
                "PTY!" + HOSTED,
                market.stored("PTY!" + HOSTED).with("hostId", HOST.value()).canonical());

        assertThat(independence().mayJudge(HOSTED, HOST)).isFalse();
        assertThat(independence().mayJudge(HOSTED, OTHER)).isTrue();
        assertThat(independence().mayJudge(HOST, HOSTED)).isTrue();
        assertThat(independence().isHost(HOST, HOSTED)).isTrue();
        assertThat(independence().isHost(HOSTED, HOST)).isFalse();
    }

    @Test
    void nobody_judges_itself_or_a_party_of_its_group() {
        market.group("grp-x", HOSTED.value(), OTHER.value());

        assertThat(independence().mayJudge(HOST, HOST)).isFalse();
        assertThat(independence().mayJudge(HOSTED, OTHER)).isFalse();
        assertThat(independence().mayJudge(OTHER, HOSTED)).isFalse();
        assertThat(independence().mayJudge(HOST, OTHER)).isTrue();
    }

    private Independence independence() {
        return new Independence(new RecordedLedger(market.state()));
    }
}
