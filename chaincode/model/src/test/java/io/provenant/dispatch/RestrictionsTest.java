package io.provenant.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.anchor.TradeLog;
import io.provenant.canonical.JsonObject;
import io.provenant.command.CommandSpec;
import io.provenant.consent.FiveMembers;
import io.provenant.ledger.Read;
import io.provenant.ledger.Role;
import io.provenant.testing.story.Actor;
import io.provenant.testing.story.Attacker;
import io.provenant.testing.story.Teller;
import io.provenant.testing.story.WholeMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No restrictive command reads a key that its target can write (domain 3.11). The reads are those of actual runs; the
 * keys are those that the target and its host get written by any command that restrains
 * nobody, in any role that they can hold.
 */
class RestrictionsTest {

    private static final String HOST = "pty-exchange";
    private static final WholeMarket MARKET = WholeMarket.beforePublication();
    private static final Teller TELLER = MARKET.teller();
    private static final Map<String, SortedMap<String, SortedSet<String>>> WRITABLE = new TreeMap<>();

    /** A restriction, who sends it, and whom it restrains. */
    private record Restriction(Actor sender, String command, JsonObject body, List<String> targets) {
        @Override
        public String toString() {
            return command + " against " + targets;
        }
    }

    @BeforeAll
    static void everybody_tries_everything() {
        for (String party : List.of(WholeMarket.CENTER, WholeMarket.PEAK, WholeMarket.ORBIT, HOST)) {
            WRITABLE.put(party, Attacker.keysByCommand(party, TELLER, bodiesThatNobodySentYet()));
        }
    }

    private static Map<String, List<JsonObject>> bodiesThatNobodySentYet() {
        JsonObject adoption = MARKET.adoption();
        return new TreeMap<>(Map.of(
                "approve",
                List.of(approval("list:publish", WholeMarket.PUBLICATION), approval("rules:adopt", adoption)),
                "log:advance",
                List.of(
                        TradeLog.honest(8).advance(7),
                        TradeLog.honest(9).advance(7).with("headRow", true)),
                "log:open",
                List.of(TradeLog.opening()
                        .with("origin", TradeLog.ORIGIN.replace("trade-0", "trade-9"))
                        .with("shard", 9)),
                "market:tick",
                List.of(JsonObject.empty()),
                "rules:adopt",
                List.of(adoption),
                "usage:decide",
                List.of(JsonObject.empty().with("requestId", WholeMarket.REFUSED))));
    }

    private static JsonObject approval(String command, JsonObject body) {
        return JsonObject.of(
                "subject", JsonObject.empty().with("command", command).with("body", body));
    }

    static List<Restriction> restrictions() {
        Actor anybody = Actor.member("pty-cac", Role.REGULATOR_OFFICER, "regulator0");
        return List.of(
                new Restriction(
                        anybody, "consent:withdraw", FiveMembers.withdrawal(1), List.of(WholeMarket.CENTER, HOST)),
                new Restriction(
                        WholeMarket.PUBLISHER,
                        "list:publish",
                        WholeMarket.PUBLICATION,
                        List.of(WholeMarket.PEAK, WholeMarket.ORBIT, HOST)),
                new Restriction(anybody, "log:reportEquivocation", roots(), List.of(HOST)),
                new Restriction(anybody, "log:reportEquivocation", leaves(), List.of(HOST)));
    }

    @ParameterizedTest
    @MethodSource("restrictions")
    void no_restriction_reads_a_key_that_its_target_can_write(Restriction restriction) {
        List<Read> reads = reads(restriction.sender(), restriction.command(), restriction.body());

        assertThat(reads).hasSizeGreaterThan(3);
        for (String target : restriction.targets()) {
            assertThat(movable(reads, restriction.sender(), target))
                    .as("what %s can move under %s", target, restriction)
                    .isEmpty();
        }
    }

    @Test
    void every_restrictive_command_of_the_table_is_tried() {
        assertThat(restrictions().stream().map(Restriction::command).distinct())
                .containsExactlyInAnyOrderElementsOf(Commands.all().specs().stream()
                        .filter(CommandSpec::restrictive)
                        .map(CommandSpec::name)
                        .toList());
    }

    @Test
    void those_who_try_everything_get_something_written_by_every_command_that_is_theirs() {
        assertThat(writable(WholeMarket.CENTER).keySet())
                .contains(
                        "asset:declare",
                        "consent:give",
                        "document:deposit",
                        "log:open",
                        "notice:publish",
                        "usage:request",
                        "version:seal");
        assertThat(writable(WholeMarket.PEAK).keySet()).contains("usage:request", "asset:declare", "log:open");
        assertThat(writable(HOST).keySet())
                .contains(
                        "approve",
                        "document:deposit",
                        "log:advance",
                        "log:open",
                        "market:tick",
                        "party:activate",
                        "party:verify",
                        "rules:adopt",
                        "rules:consult",
                        "usage:request");
    }

    // The check itself: what its owner moves every few seconds is found among the reads of an advance.
    @Test
    void a_command_that_does_read_what_the_party_can_write_is_found_out() {
        Actor owner = Actor.member(HOST, Role.LOG_OPERATOR, "operator00");
        List<Read> reads = reads(owner, "log:advance", TradeLog.honest(8).advance(7));

        assertThat(movable(reads, owner, HOST)).containsExactly("LHD!" + TradeLog.ORIGIN + " by log:advance");
    }

    @Test
    void a_scan_into_which_the_party_can_write_is_found_out() {
        List<Read> scan = List.of(new Read.Range("NTC!", "NTC\"", 4, List.of(), false));

        assertThat(movable(scan, WholeMarket.PUBLISHER, WholeMarket.CENTER))
                .isNotEmpty()
                .allMatch(found -> found.endsWith(" by notice:publish"));
    }

    private static List<Read> reads(Actor sender, String command, JsonObject body) {
        Result result = TELLER.endorse(TELLER.invocation(sender, command, body));
        assertThat(result).as(command).isInstanceOf(Result.Success.class);
        return ((Result.Success) result).reads();
    }

    private static List<String> movable(List<Read> reads, Actor sender, String target) {
        List<String> found = new ArrayList<>();
        writable(target)
                .forEach((command, keys) -> keys.stream()
                        .filter(key -> !isEverybodys(key, sender))
                        .filter(key -> reads.stream().anyMatch(read -> covers(read, key)))
                        .forEach(key -> found.add(key + " by " + command)));
        return found;
    }

    // Fence, founding, rules and the acting authority's own record are read by every command (domain 3.11).
    private static boolean isEverybodys(String key, Actor sender) {
        return key.equals("TIK!market")
                || key.startsWith("MKT!")
                || key.startsWith("RHD!")
                || key.startsWith("RUL!")
                || key.startsWith("RUS!")
                || key.equals("PTY!" + sender.party());
    }

    private static boolean covers(Read read, String key) {
        if (read instanceof Read.Range range) {
            return key.compareTo(range.from()) >= 0 && key.compareTo(range.to()) < 0;
        }
        if (read instanceof Read.PrivateHash hash) {
            return key.equals(
                    hash.document().collection() + " " + hash.document().text());
        }
        return read.keys().contains(key);
    }

    private static JsonObject roots() {
        return evidence(
                "ROOT", TradeLog.honest(7).signed(), TradeLog.forked(7, 6).signed(), "rootHash");
    }

    private static JsonObject leaves() {
        JsonObject anchored = TradeLog.honest(3).anchoredLeaf(2);
        JsonObject body = evidence("LEAF", anchored, TradeLog.forked(9, 2).signedLeaf(2), "leafHash");
        return JsonObject.of("evidence", body.object("evidence").with("index", 2));
    }

    private static JsonObject evidence(String kind, JsonObject one, JsonObject other, String by) {
        boolean ordered = one.text(by).compareTo(other.text(by)) < 0;
        return JsonObject.of(
                "evidence",
                JsonObject.empty()
                        .with("kind", kind)
                        .with("origin", TradeLog.ORIGIN)
                        .with("first", ordered ? one : other)
                        .with("second", ordered ? other : one));
    }

    private static SortedMap<String, SortedSet<String>> writable(String party) {
        return Objects.requireNonNull(WRITABLE.get(party), party);
    }
}
