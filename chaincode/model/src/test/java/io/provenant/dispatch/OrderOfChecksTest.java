package io.provenant.dispatch;

import static io.provenant.testing.FoundedMarket.EXCHANGE;
import static io.provenant.testing.FoundedMarket.HOSTED;
import static io.provenant.testing.FoundedMarket.carrier;
import static io.provenant.testing.FoundedMarket.officer;
import static io.provenant.testing.FoundedMarket.seed;
import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Role;
import io.provenant.testing.CareMarket;
import io.provenant.testing.FoundedMarket;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestChannel;
import io.provenant.testing.TestChannel.Call;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain 3a.10: all refusals of one step together, later steps not tried. */
class OrderOfChecksTest {

    private static final String DECLARE = "asset:declare";

    private final FoundedMarket market = new FoundedMarket().withHosted();
    private final TestChannel channel = market.channel();

    // Wrong in every step; one repair a line.
    @Test
    void what_is_wrong_in_every_step_is_told_step_by_step() {
        channel.accept(signed(DECLARE, CareMarket.asset("ast-med", HOSTED)));
        JsonObject foreign = CareMarket.asset("ast-med", "pty-other").with("nationalGrade", "CORE");
        JsonObject unknown = foreign.with("sectorCode", "unheard-of");
        JsonObject malformed = unknown.with("structure", "LOOSE").without("titleCommit");
        Call wrong = Call.of(officer(EXCHANGE, Role.ORG_ADMIN), "asset:destroy", malformed);

        assertThat(channel.codes(wrong)).containsExactly("COMMAND_UNKNOWN");
        assertThat(channel.codes(Call.of(wrong.invoker(), DECLARE, malformed))).containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(Call.of(wrong.invoker(), DECLARE, unknown))).containsExactly("ROLE_NOT_ALLOWED");
        assertThat(channel.codes(market.signed(HOSTED, seed("other"), carrier(EXCHANGE), DECLARE, unknown)))
                .containsExactly("SIGNATURE_INVALID");
        assertThat(channel.codes(signed(DECLARE, unknown))).containsExactly("CODE_UNKNOWN");
        assertThat(channel.codes(signed(DECLARE, foreign))).containsExactly("ALREADY_EXISTS", "NOT_YOURS");
        assertThat(channel.codes(
                        signed(DECLARE, CareMarket.asset("ast-2", HOSTED).with("nationalGrade", "CORE"))))
                .containsExactly("CORE_DATA");
        assertThat(channel.codes(signed(DECLARE, CareMarket.asset("ast-2", HOSTED))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"body\":{},\"command\":\"market:tick\",\"v\":2}",
                "{\"body\":{},\"command\":\"market:tick\",\"v\":\"1\"}",
                "{\"body\":[],\"command\":\"market:tick\",\"v\":1}",
                "{\"body\":{},\"command\":\"ledger:describe\",\"v\":1}",
                "{\"body\":{},\"command\":\"market:tick\",\"v\":1,\"x\":1}",
                "{\"body\":{},\"command\":\"market:tick\",\"v\":1}\n",
                "{\"body\":{}, \"command\":\"market:tick\",\"v\":1}",
                "{\"command\":\"market:tick\",\"body\":{},\"v\":1}",
                "{\"body\":{},\"body\":{},\"command\":\"market:tick\",\"v\":1}",
                "{\"body\":{},\"command\":\"market:t\\u0069ck\",\"v\":1}",
                "{\"body\":{},\"command\":\"market:tick\",\"v\":1.0}",
                "{\"actor\":null,\"body\":{},\"command\":\"market:tick\",\"v\":1}",
                "{\"actor\":{\"name\":\"x\"},\"body\":{},\"command\":\"market:tick\",\"v\":1}",
            })
    void an_envelope_in_another_form_is_malformed(String envelope) {
        assertThat(codes("market:tick", envelope)).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void an_envelope_above_256_kib_is_above_the_limit_before_it_is_read() {
        String filler = "{".repeat(256 * 1024);

        assertThat(codes("market:tick", filler + "{")).containsExactly("LIMIT_EXCEEDED");
        assertThat(codes("market:tick", filler)).containsExactly("INPUT_MALFORMED");
    }

    @Test
    void nesting_deeper_than_16_is_malformed() {
        String deep = "[".repeat(20) + "]".repeat(20);

        assertThat(codes(
                        "rules:addSection",
                        "{\"body\":{\"name\":\"x\",\"value\":" + deep + "},\"command\":\"rules:addSection\",\"v\":1}"))
                .containsExactly("INPUT_MALFORMED");
    }

    @Test
    void a_certificate_without_all_three_attributes_is_unknown() {
        Invoker complete = officer(EXCHANGE, Role.EXCHANGE_OFFICER);
        JsonObject body = FoundedMarket.activation(HOSTED, EXCHANGE);
        for (Invoker incomplete : List.of(
                new Invoker(complete.mspId(), Optional.empty(), complete.role(), complete.person()),
                new Invoker(complete.mspId(), complete.party(), Optional.empty(), complete.person()),
                new Invoker(complete.mspId(), complete.party(), complete.role(), Optional.empty()),
                new Invoker(complete.mspId(), complete.party(), complete.role(), Optional.of("Jörg")),
                new Invoker(complete.mspId(), complete.party(), Optional.of("exchange.boss"), complete.person()),
                new Invoker(complete.mspId(), Optional.of("pty-nobody"), complete.role(), complete.person()),
                new Invoker(complete.mspId(), Optional.of("../PTY"), complete.role(), complete.person()),
                new Invoker("OtherMSP", complete.party(), complete.role(), complete.person()))) {
            assertThat(channel.codes(Call.of(incomplete, "party:activate", body)))
                    .as(incomplete.toString())
                    .containsExactly("INVOKER_UNKNOWN");
        }
    }

    @Test
    void a_role_acts_for_a_party_that_holds_the_partys_role() {
        Invoker posing = officer(EXCHANGE, Role.REGULATOR_OFFICER);

        assertThat(channel.codes(Call.of(posing, "list:propose", JsonObject.empty())))
                .containsExactly("INPUT_MALFORMED");
        assertThat(channel.codes(Call.of(posing, "rules:addSection", section())))
                .containsExactly("ROLE_NOT_ALLOWED");
    }

    @Test
    void after_the_founding_nobody_founds() {
        for (String command : new String[] {"rules:addSection", "approve", "market:found"}) {
            JsonObject body = command.equals("rules:addSection")
                    ? section()
                    : command.equals("approve")
                            ? SmallMarket.json("{\"subject\":{\"body\":{},\"command\":\"x:y\"}}")
                            : FoundedMarket.goldenBody();
            assertThat(channel.codes(Call.of(FoundedMarket.founder(EXCHANGE), command, body)))
                    .as(command)
                    .containsExactly("ROLE_NOT_ALLOWED");
        }
    }

    @Test
    void before_the_founding_nothing_else_is_known() {
        TestChannel empty = new TestChannel();

        assertThat(empty.codes(Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "rules:addSection", section())))
                .containsExactly("INVOKER_UNKNOWN");
        assertThat(empty.codes(Call.of(FoundedMarket.founder(EXCHANGE), "market:tick", JsonObject.empty())))
                .containsExactly("INVOKER_UNKNOWN");
        assertThat(empty.codes(Call.of(FoundedMarket.founder(EXCHANGE), "ledger:describe", JsonObject.empty())))
                .isEmpty();
    }

    private static JsonObject section() {
        return FoundedMarket.addition("consultDays", new JsonInteger(3));
    }

    private Call signed(String command, JsonObject body) {
        return market.signed(HOSTED, seed(HOSTED), carrier(EXCHANGE), command, body);
    }

    private List<String> codes(String command, String envelope) {
        Dispatcher dispatcher = new Dispatcher(Commands.all(), new TestDigests(), new TestSignatures(), "0".repeat(64));
        return SmallMarket.codes(dispatcher.run(
                new Invocation(
                        SmallMarket.CHANNEL,
                        "1".repeat(64),
                        channel.nowMs(),
                        officer(EXCHANGE, Role.EXCHANGE_OFFICER),
                        command,
                        envelope,
                        Optional.empty()),
                channel.state()));
    }
}
