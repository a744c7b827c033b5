package io.provenant.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.approval.Subjects;
import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.AnyEntry;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Reason;
import io.provenant.ledger.Role;
import io.provenant.party.PartyHead;
import io.provenant.ruleset.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A market put into the state by hand: fence, founding, one rule set and parties, each with an MSP of its own. Commands
 * run through the real dispatcher, each in a transaction and a block of its own.
 */
public final class SmallMarket {

    public static final String CHANNEL = "market-1";
    public static final String FOUNDED_TX = "a".repeat(64);
    public static final String RULE_SET = "rs-cn-2026-1";
    public static final String PERSON = "person00aa";

    private final MemoryState state = new MemoryState();
    private final TestDigests digests = new TestDigests();
    private final Dispatcher dispatcher = new Dispatcher(Commands.all(), digests, new TestSignatures(), "0".repeat(64));
    private JsonObject sections = JsonObject.empty();
    private long nowMs = 1_772_416_800_000L;
    private int transactions;
    private Optional<String> nextTxId = Optional.empty();

    /** A founded market under the rule set of {@link MarketRules}. */
    public SmallMarket() {
        put("MKT!founding", "{\"rev\":1,\"regimes\":[\"CN_CSL\",\"CN_DSL\",\"CN_PIPL\"]}", "foundedTx");
        put("TIK!market", "{\"no\":1,\"rev\":1,\"tickMs\":1772416800000}", "foundedTx");
        for (String head : List.of("CN_CSL", "CN_DSL", "CN_PIPL", "MARKET")) {
            put("RHD!" + head, "{\"currentId\":\"" + RULE_SET + "\",\"rev\":1,\"stopIds\":[]}");
        }
        MarketRules.sections().members().forEach(this::section);
    }

    /** Sets a section of the rule set. */
    public SmallMarket section(String name, JsonValue value) {
        Section section = Section.of(name, value);
        Digest hash = digests.digest(section.json().canonicalBytes());
        state.put("RUS!" + hash.hex(), section.json().canonical());
        sections = sections.with(name, hash.hex());
        JsonObject ruleSet =
                JsonObject.empty().with("id", RULE_SET).with("rev", 1).with("sections", sections);
        state.put("RUL!" + RULE_SET, ruleSet.canonical());
        return this;
    }

    /** Adds an active member with these roles. */
    public SmallMarket party(String id, PartyRole... roles) {
        return party(id, List.of(), roles);
    }

    /** Adds an active member with keys and these roles. */
    public SmallMarket party(String id, List<JsonObject> keys, PartyRole... roles) {
        JsonObject party = JsonObject.empty()
                .with("id", id)
                .with("rev", 1)
                .with("kind", "MEMBER")
                .with("state", "ACTIVE")
                .withTexts("mspIds", List.of(mspId(id)))
                .withTexts(
                        "roles", Arrays.stream(roles).map(Enum::name).sorted().toList())
                .withObjects("keys", keys);
        state.put("PTY!" + id, party.canonical());
        for (PartyHead.Slice slice : PartyHead.Slice.values()) {
            JsonObject head = PartyHead.empty(new PartyId(id), PartyHead.ClassCode.ORDINARY, slice);
            put("PTL!" + id + "!" + slice, written(head).canonical());
        }
        return this;
    }

    // The common fields of a first write that a second one looks at.
    private JsonObject written(JsonObject fields) {
        return fields.with("rev", 1)
                .with("createdMs", nowMs)
                .with("effectiveMs", nowMs)
                .with("createdTx", FOUNDED_TX);
    }

    /** Puts two parties under common control. */
    public void group(String groupId, String... members) {
        for (String member : members) {
            put("PTG!" + member, "{\"groupId\":\"" + groupId + "\",\"rev\":1}");
        }
    }

    /** Sets a value, as if a transaction had; {@code id} is made from the key. */
    public void put(String key, String json, String... foundedTx) {
        JsonObject value = json(json).with("id", key.substring(4));
        state.put(key, (foundedTx.length == 0 ? value : value.with(foundedTx[0], FOUNDED_TX)).canonical());
    }

    /** Sets the time of the next transactions. */
    public SmallMarket at(long ms) {
        nowMs = ms;
        return this;
    }

    /** The time of the next transaction. */
    public long nowMs() {
        return nowMs;
    }

    /** Sets the id of the next transaction. */
    public SmallMarket inTransaction(String id) {
        nextTxId = Optional.of(id);
        return this;
    }

    /** Sends a command under the party's own certificate and commits what it writes. */
    public Result send(String party, Role role, String command, JsonObject body) {
        return send(party, PERSON, role, command, body);
    }

    /** The same, as a certain person of the party. */
    public Result send(String party, String person, Role role, String command, JsonObject body) {
        Result result = endorse(party, person, role, command, body);
        if (result instanceof Result.Success success) {
            state.commit(success);
        }
        return result;
    }

    /** The same, without committing. */
    public Result endorse(String party, Role role, String command, JsonObject body) {
        return endorse(party, PERSON, role, command, body);
    }

    private Result endorse(String party, String person, Role role, String command, JsonObject body) {
        transactions++;
        String txId = nextTxId.orElseGet(() -> String.format(Locale.ROOT, "%064x", transactions));
        nextTxId = Optional.empty();
        JsonObject envelope =
                JsonObject.empty().with("v", 1).with("command", command).with("body", body);
        Invoker invoker = new Invoker(mspId(party), Optional.of(party), Optional.of(role.code()), Optional.of(person));
        return dispatcher.run(
                new Invocation(CHANNEL, txId, nowMs, invoker, command, envelope.canonical(), Optional.empty()), state);
    }

    /** Sends a command that must be accepted. */
    public Result.Success accept(String party, Role role, String command, JsonObject body) {
        return accept(party, PERSON, role, command, body);
    }

    /** The same, as a certain person of the party. */
    public Result.Success accept(String party, String person, Role role, String command, JsonObject body) {
        Result result = send(party, person, role, command, body);
        assertThat(codes(result)).as(command).isEmpty();
        return (Result.Success) result;
    }

    /** A party's approval of an exact command, as if {@code approve} had stored it. */
    public SmallMarket approved(
            String party, String person, Role role, String subjectKey, String command, JsonObject body) {
        Digest hash = Subjects.hash(digests, command, body);
        JsonObject row = JsonObject.empty()
                .with("partyId", party)
                .with("person", person)
                .with("role", role.code())
                .with("byMsp", mspId(party))
                .with("state", "GIVEN")
                .with("createdMs", nowMs)
                .with("effectiveMs", nowMs)
                .with("rev", 1);
        put("APR!" + subjectKey + "!" + hash.hex() + "!" + party + "!" + person, row.canonical());
        return this;
    }

    /** The codes of a refusal, ascending; none where the command was accepted. */
    public static List<String> codes(Result result) {
        return result instanceof Result.Refusal refusal
                ? refusal.rejected().reasons().stream()
                        .map(Reason::code)
                        .map(Enum::name)
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** The stored object at this key. */
    public JsonObject stored(String key) {
        return state.get(key)
                .map(StrictJsonReader::parseObject)
                .orElseThrow(() -> new AssertionError("nothing at " + key));
    }

    /** True if there is a value at this key. */
    public boolean holds(String key) {
        return state.get(AnyEntry.key(key).text()).isPresent();
    }

    /** The state behind it all. */
    public MemoryState state() {
        return state;
    }

    /** A JSON object from its text, members in any order. */
    public static JsonObject json(String text) {
        return StrictJsonReader.parseObject(text);
    }

    /** An array of texts. */
    public static JsonArray texts(String... texts) {
        return JsonArray.ofTexts(List.of(texts));
    }

    /** The MSP of a party: {@code ExchangeMSP} for {@code pty-exchange}. */
    public static String mspId(String party) {
        String name = party.substring("pty-".length());
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "MSP";
    }
}
