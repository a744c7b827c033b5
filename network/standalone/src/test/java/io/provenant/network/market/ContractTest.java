package io.provenant.network.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.cli.PartySigner;
import io.provenant.ledger.Role;
import io.provenant.network.testing.Actor;
import io.provenant.network.testing.OnLedger;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Prepared;
import io.provenant.testing.CareMarket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real dispatcher through the real shim under a real endorsement policy, on a channel and under MSPs with other names
 * than the product's own: everything that is written, answered, told as an event or refused is what the model returned.
 */
@OnLedger(
        channel = "trade-room",
        mspIds = {"bourse.msp", "watchdog-1", "guild"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

    private static final String LUMEN = "pty-lumen";

    private final ModelMirror mirror = new ModelMirror();
    private final LiveMarket market;
    private final Founders founders;
    private final CareData data = new CareData(0, List.of(LUMEN));
    private PartySigner center;
    private PartySigner lumen;

    ContractTest(TestLedger ledger) {
        this.market = new LiveMarket(ledger, mirror);
        this.founders = new Founders(market);
    }

    @BeforeAll
    void a_market_is_founded_and_data_is_published(@TempDir Path keys) {
        String foundedTx = founders.found(Duration.ZERO);
        Admission admission = new Admission(market, founders, foundedTx, keys);
        center = admission.admit(
                CareData.CENTER,
                1,
                List.of("CONTROLLER", "PROVIDER"),
                List.of("controller.app", "controller.dpo", "org.admin", "provider.officer"));
        lumen = admission.admit(LUMEN, 2, List.of("CONSUMER"), List.of("consumer.officer", "org.admin"));
        data.publish(market, founders, center);
    }

    @AfterAll
    void stop() {
        market.close();
    }

    @Test
    void a_use_is_requested_and_decided_as_the_model_says() {
        JsonObject request = CareMarket.wish(LUMEN, data.child()).with("requestId", CareMarket.uuid(10));

        market.accept(Call.of(founders.carrier(), "usage:request", request).signedBy(lumen));
        Endorsed decision = market.accept(decide(request));

        assertThat(decision.answer().text("outcome")).isEqualTo("PERMIT");
        assertThat(mirror.accepted()).containsKeys("market:found", "party:activate", "version:release", "usage:decide");
    }

    @Test
    void refusals_have_the_models_codes_and_texts() {
        JsonObject request = CareMarket.wish(LUMEN, data.child()).with("requestId", CareMarket.uuid(11));
        Actor officer = founders.actor(Founders.EXCHANGE, Role.EXCHANGE_OFFICER, "officer000");

        assertThat(market.refusal(Call.of(officer, "usage:request", request))).contains("chaincode response 500, ");
        assertThat(market.refusal(decide(request))).contains("NOT_FOUND");
        assertThat(market.refusal(Call.of(officer, "no:command", request))).contains("COMMAND_UNKNOWN");
        assertThat(market.refusal(
                        Call.of(officer, "market:tick", JsonObject.empty().with("more", 1))))
                .contains("INPUT_");
        assertThat(mirror.refused()).containsKeys("market:tick", "no:command", "usage:decide", "usage:request");
    }

    @Test
    void an_attestation_is_endorsed_and_changes_nothing() {
        Actor regulator = founders.actor(Founders.REGULATOR, Role.REGULATOR_OFFICER, "regulator0");
        Call attest = Call.of(regulator, "attest", JsonObject.empty().withTexts("keys", List.of("PTY!" + LUMEN)));

        Endorsed attestation = market.endorse(attest);

        Prepared prepared = Prepared.of(attestation.prepared());
        assertThat(prepared.endorsements()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(prepared.spaces())
                .singleElement()
                .satisfies(space -> assertThat(Prepared.parse(KVRWSet.parser(), space.getRwset())
                                .getWritesList())
                        .isEmpty());
        assertThat(attestation.payload()).contains(LUMEN);
    }

    @Test
    void a_withdrawal_is_written_once_and_answered_again() {
        Actor anybody = founders.actor(Founders.ASSOCIATION, Role.LOG_OPERATOR, "gateway000");
        Call withdrawal = Call.of(anybody, "consent:withdraw", data.people().withdrawal(7));

        market.accept(withdrawal);
        Endorsed again = market.endorse(withdrawal);

        assertThat(market.order(again)).isEqualTo(TxValidationCode.VALID);
    }

    private Call decide(JsonObject request) {
        return Call.of(
                        founders.carrier(),
                        "usage:decide",
                        JsonObject.empty().with("requestId", request.text("requestId")))
                .signedBy(lumen);
    }
}
