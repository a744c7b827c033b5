package io.provenant.testing.story;

import io.provenant.approval.Subjects;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.command.ApprovalSubject;
import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.command.Who;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Dispatcher;
import io.provenant.dispatch.Invocation;
import io.provenant.dispatch.Result;
import io.provenant.dispatch.Write;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Role;
import io.provenant.testing.MemoryState;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A party that tries everything: each command that restrains nobody, in each role that it can hold, with every body that
 * was ever sent and what it can make of it, with accomplices who approve whatever it asks. What it gets written is what
 * it can move under somebody who restrains it.
 */
public final class Attacker {

    private static final String PAPER =
            "{\"document\":{\"docType\":\"Paper\",\"id\":\"00000000-0000-4000-8000-000000000000\"}," + "\"salt\":\""
                    + "5".repeat(64) + "\"}";
    private static final String PAPER_HASH =
            new TestDigests().digest(PAPER.getBytes(StandardCharsets.UTF_8)).hex();
    private static final long MONTH_MS = 31L * 86_400_000;
    private static final List<String> ACCOMPLICES = List.of("pty-assoc", "pty-cac", "pty-exchange");
    private static final String CARRIER = "pty-orbit";
    private static final int MOST_BODIES = 4;

    private final CommandTable table = Commands.all();
    private final TestDigests digests = new TestDigests();
    private final Dispatcher dispatcher = new Dispatcher(table, digests, new TestSignatures(), "0".repeat(64));
    private final SortedMap<String, SortedSet<String>> written = new TreeMap<>();
    private final String party;
    private final Teller teller;
    private final boolean isHosted;
    private final Map<String, List<JsonObject>> more;

    private Attacker(String party, Teller teller, Map<String, List<JsonObject>> more) {
        this.party = party;
        this.more = more;
        this.teller = teller;
        this.isHosted = teller.stored("PTY!" + party).text("kind").equals("HOSTED");
    }

    /**
     * All keys that the party can write now, by the command that writes them.
     *
     * @param more bodies that nobody sent yet, by command
     */
    public static SortedMap<String, SortedSet<String>> keysByCommand(
            String party, Teller teller, Map<String, List<JsonObject>> more) {
        Attacker attacker = new Attacker(party, teller, more);
        for (UseCase<?> useCase : attacker.table.useCases()) {
            if (!useCase.spec().restrictive() && !useCase.spec().evaluated()) {
                attacker.attack(useCase);
            }
        }
        return attacker.written;
    }

    private void attack(UseCase<?> useCase) {
        String msp = SmallMarket.mspId(isHosted ? CARRIER : party);
        BodyVariants variants = new BodyVariants(party, "_implicit_org_" + msp, WholeMarket.APPLICANTS);
        for (Role role : roles(useCase.spec().who())) {
            MemoryState state = holding(role);
            for (JsonObject sent : sent(useCase.spec().name())) {
                for (JsonObject body : variants.of(sent)) {
                    JsonObject approved = approved(useCase, body, state);
                    attempt(useCase.spec(), role, approved, teller.nowMs(), state);
                    attempt(useCase.spec(), role, approved, teller.nowMs() + MONTH_MS, state);
                }
            }
        }
    }

    private void attempt(CommandSpec spec, Role role, JsonObject body, long ms, MemoryState state) {
        boolean deposits = spec.name().equals("document:deposit");
        Optional<String> document = deposits ? Optional.of(PAPER) : Optional.empty();
        JsonObject sent = deposits ? body.with("privateHash", PAPER_HASH) : body;
        Invocation call = Teller.invocation("e".repeat(64), ms, actor(role), spec.name(), sent, document);
        if (dispatcher.run(call, state) instanceof Result.Success success) {
            SortedSet<String> keys = written.computeIfAbsent(spec.name(), name -> new TreeSet<>());
            success.writes().forEach(write -> keys.add(key(write)));
        }
    }

    private Actor actor(Role role) {
        return isHosted ? Actor.hosted(party, CARRIER) : Actor.member(party, role, "attacker00");
    }

    private static List<Role> roles(Who who) {
        List<Role> asked = who instanceof Who.OneOf some ? some.roles() : Arrays.asList(Role.values());
        return asked.stream().filter(role -> role != Role.MARKET_FOUNDER).toList();
    }

    // The party holds every role that is no authority's, besides its own; a hosted one's key acts in this role.
    private MemoryState holding(Role role) {
        MemoryState state = teller.state().copy();
        JsonObject record = teller.stored("PTY!" + party);
        SortedSet<String> roles = new TreeSet<>(record.texts("roles"));
        Arrays.stream(PartyRole.values()).filter(held -> !held.isAuthority()).forEach(held -> roles.add(held.name()));
        List<JsonObject> keys = record.objects("keys").stream()
                .map(key -> key.withTexts("roles", List.of(role.code())))
                .toList();
        state.put(
                "PTY!" + party,
                record.withTexts("roles", roles).withObjects("keys", keys).canonical());
        for (PartyRole held : PartyRole.values()) {
            state.put(
                    "RLG!" + party + "!" + held,
                    JsonObject.empty()
                            .with("id", party + "!" + held)
                            .with("state", "GRANTED")
                            .with("fromMs", 1_600_000_000_000L)
                            .with("untilMs", 4_000_000_000_000L)
                            .with("rev", 1)
                            .canonical());
        }
        return state;
    }

    private List<JsonObject> sent(String command) {
        Stream<JsonObject> sent = teller.steps().stream()
                .map(Teller.Step::call)
                .filter(call -> call.command().equals(command))
                .map(call -> StrictJsonReader.parseObject(call.envelope()).object("body"))
                .distinct()
                .limit(MOST_BODIES);
        return Stream.concat(sent, more.getOrDefault(command, List.of()).stream())
                .toList();
    }

    private JsonObject approved(UseCase<?> useCase, JsonObject body, MemoryState state) {
        if (!body.has("approverIds")) {
            return body;
        }
        JsonObject asking = body.withTexts("approverIds", ACCOMPLICES);
        subject(useCase, asking, state).ifPresent(subject -> {
            String hash = Subjects.hash(digests, useCase.spec().name(), asking).hex();
            approve("pty-assoc", Role.ASSOCIATION_OFFICER, subject.subjectKey() + "!" + hash, state);
            approve("pty-cac", Role.REGULATOR_OFFICER, subject.subjectKey() + "!" + hash, state);
            approve("pty-exchange", Role.EXCHANGE_COMPLIANCE, subject.subjectKey() + "!" + hash, state);
        });
        return asking;
    }

    private static Optional<ApprovalSubject> subject(UseCase<?> useCase, JsonObject body, MemoryState state) {
        try {
            return useCase.approvalSubject(body, new RecordedLedger(state));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a body of the wrong form: nobody can approve it
        }
    }

    private void approve(String approver, Role role, String subject, MemoryState state) {
        String key = "APR!" + subject + "!" + approver + "!accomplice";
        state.put(
                key,
                JsonObject.empty()
                        .with("id", key.substring(4))
                        .with("partyId", approver)
                        .with("person", "accomplice")
                        .with("role", role.code())
                        .with("byMsp", SmallMarket.mspId(approver))
                        .with("state", "GIVEN")
                        .with("createdMs", teller.nowMs() + MONTH_MS / 2)
                        .with("effectiveMs", teller.nowMs() + MONTH_MS / 2)
                        .with("createdTx", "e".repeat(64))
                        .with("rev", 1)
                        .canonical());
    }

    private static String key(Write write) {
        if (write instanceof Write.Put put) {
            return put.key();
        }
        if (write instanceof Write.Delete delete) {
            return delete.key();
        }
        Write.PutPrivate put = (Write.PutPrivate) write;
        return put.collection() + " " + put.key();
    }
}
