package io.provenant.dispatch;

import static io.provenant.ledger.ReasonCode.COMMAND_UNKNOWN;
import static io.provenant.ledger.ReasonCode.INVOKER_UNKNOWN;
import static io.provenant.ledger.ReasonCode.ROLE_NOT_ALLOWED;
import static io.provenant.ledger.ReasonCode.RULESET_NONE;
import static io.provenant.ledger.ReasonCode.SCHEMA_UNKNOWN;
import static io.provenant.ledger.ReasonCode.SIGNATURE_INVALID;

import io.provenant.canonical.Digests;
import io.provenant.canonical.JsonObject;
import io.provenant.command.Command;
import io.provenant.command.CommandSpec;
import io.provenant.command.CommandTable;
import io.provenant.command.UseCase;
import io.provenant.command.Who;
import io.provenant.ledger.Detail;
import io.provenant.ledger.Ledger;
import io.provenant.ledger.Outcome;
import io.provenant.ledger.ParsedSections;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.RecordedLedger;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.RuleSetIncompleteException;
import io.provenant.ledger.Sender;
import io.provenant.ledger.SignatureCheck;
import io.provenant.ledger.State;
import io.provenant.ledger.Tx;
import io.provenant.ledger.UnknownSchemaException;
import io.provenant.party.Fence;
import io.provenant.party.Market;
import io.provenant.ruleset.RuleBook;
import io.provenant.ruleset.SignedCommands;
import java.util.List;
import java.util.Optional;

/**
 * Runs one command in the order of checks of domain 3a.10. All refusals of a step are reported together; later steps
 * are not tried. Pure: the same invocation over the same state gives the same bytes.
 */
public final class Dispatcher {

    private static final List<String> FOUNDING = List.of("rules:addSection", "approve", "market:found");

    private static final String DEPOSIT = "document:deposit";

    private final CommandTable table;
    private final Digests digests;
    private final SignatureCheck signatures;
    private final String codeSha256;
    private final ParsedSections sections = new ParsedSections();

    /**
     * A dispatcher of this table.
     *
     * @param codeSha256 SHA-256 of the running jar, 64 hex digits; zeros where it runs from class files
     */
    public Dispatcher(CommandTable table, Digests digests, SignatureCheck signatures, String codeSha256) {
        this.table = table;
        this.digests = digests;
        this.signatures = signatures;
        this.codeSha256 = codeSha256;
    }

    /** The command's answer or refusal; nothing is written here. */
    public Result run(Invocation call, State state) {
        Ledger ledger = new RecordedLedger(state, sections);
        try {
            return judge(call, ledger);
        } catch (RuleSetIncompleteException e) {
            Outcome.Rejected none = new Refusals()
                    .add(RULESET_NONE, Detail.found(e.ruleSet()), new Detail("section", e.section()))
                    .rejected();
            return new Result.Refusal(none, ledger.reads());
        } catch (UnknownSchemaException e) {
            Refusals newer = new Refusals()
                    .add(
                            SCHEMA_UNKNOWN,
                            new Detail("key", e.key()),
                            Detail.expected(e.newest()),
                            Detail.found(e.found()));
            return refused(newer, ledger);
        }
    }

    private Result judge(Invocation call, Ledger ledger) {
        Refusals refusals = new Refusals();
        Optional<Envelope> envelope = Envelope.parse(call.command(), call.envelope(), refusals);
        if (envelope.isEmpty()) {
            return refused(refusals, ledger);
        }
        Optional<UseCase<?>> useCase = table.find(call.command());
        if (useCase.isEmpty()) {
            return refused(refusals.add(COMMAND_UNKNOWN), ledger);
        }
        CommandSpec spec = useCase.get().spec();
        spec.body().check(envelope.get().body(), "/body", refusals);
        if (refusals.isEmpty()) {
            useCase.get().checkBody(envelope.get().body(), "/body", refusals);
        }
        return refusals.isEmpty()
                ? authenticated(call, envelope.get(), useCase.get(), ledger)
                : refused(refusals, ledger);
    }

    private Result authenticated(Invocation call, Envelope envelope, UseCase<?> useCase, Ledger ledger) {
        Refusals refusals = new Refusals();
        CommandSpec spec = useCase.spec();
        // The fence first (domain 3a.14); a deposit's endorsers are its collection's members, it reads no public head.
        if (!spec.name().equals(DEPOSIT)) {
            ledger.get(Fence.KEY);
        }
        Optional<String> foundedTx = ledger.get(Market.KEY).map(Market::foundedTx);
        Senders senders = new Senders(ledger, call, envelope, spec, refusals);
        Optional<Sender> sender = sender(senders, spec, foundedTx.isPresent(), call.invoker(), refusals);
        if (sender.isEmpty() || !refusals.isEmpty()) {
            return refused(refusals, ledger);
        }
        Sender signed = signed(call, envelope, spec, senders, sender.get(), foundedTx, ledger, refusals);
        if (refusals.isEmpty() && foundedTx.isPresent()) {
            senders.checkAccredited(signed); // a hosted party's role comes from its key
        }
        if (!refusals.isEmpty()) {
            return refused(refusals, ledger);
        }
        RuleBook rules = new RuleBook(ledger, call.ms());
        Tx tx = new Tx(
                call.channel(),
                call.txId(),
                call.ms(),
                foundedTx,
                codeSha256,
                call.document(),
                signed,
                rules,
                digests,
                signatures);
        return applied(useCase, envelope, tx, ledger);
    }

    private Optional<Sender> sender(
            Senders senders, CommandSpec spec, boolean founded, Invoker invoker, Refusals refusals) {
        if (spec.name().equals("ledger:describe") || (founded && spec.who() instanceof Who.AnyCertificate)) {
            return Optional.of(senders.anybody());
        }
        if (founded && invoker.role().filter(Role.MARKET_FOUNDER.code()::equals).isPresent()) {
            refusals.add(ROLE_NOT_ALLOWED, new Detail("role", Role.MARKET_FOUNDER.code()));
            return Optional.empty();
        }
        if (founded) {
            return senders.party();
        }
        if (spec.name().equals("attest")) {
            return Optional.of(senders.anybody());
        }
        refusals.require(FOUNDING.contains(spec.name()), INVOKER_UNKNOWN, Detail.found("market not founded"));
        return refusals.isEmpty() ? senders.founder() : Optional.empty();
    }

    private Sender signed(
            Invocation call,
            Envelope envelope,
            CommandSpec spec,
            Senders senders,
            Sender sender,
            Optional<String> foundedTx,
            Ledger ledger,
            Refusals refusals) {
        if (foundedTx.isEmpty() || spec.who() instanceof Who.AnyCertificate) {
            return sender;
        }
        Optional<JsonObject> actor = envelope.signedActor();
        if (actor.isEmpty()) {
            checkMaySendUnsigned(spec, call, ledger, refusals);
            return sender;
        }
        PartySignature signature = new PartySignature(call, foundedTx.get(), spec, signatures, refusals);
        return senders.signer(new PartyId(actor.get().text("partyId")))
                .map(party -> signature.check(sender, party, envelope.body(), actor.get()))
                .orElse(sender);
    }

    // Read to find the right to send, so it is none of the command's own rule sets (domain 3a.3, 3a.4).
    private static void checkMaySendUnsigned(CommandSpec spec, Invocation call, Ledger ledger, Refusals refusals) {
        boolean asked = !spec.name().equals(DEPOSIT) && SignedCommands.include(spec.name(), ledger, call.ms());
        refusals.require(!asked, SIGNATURE_INVALID, Detail.expected("a signature, by signedCommands"));
    }

    private <C extends Command> Result applied(UseCase<C> useCase, Envelope envelope, Tx tx, Ledger ledger) {
        Refusals refusals = new Refusals();
        if (tx.foundedTx().isPresent()) {
            CodeLists.check(useCase.spec(), envelope.body(), tx.rules(), refusals);
        }
        if (!refusals.isEmpty()) {
            return refused(refusals, ledger);
        }
        Outcome outcome = useCase.apply(useCase.read(envelope.body()), tx, ledger);
        if (outcome instanceof Outcome.Accepted accepted) {
            return new Answers(useCase.spec(), tx).of(accepted, ledger);
        }
        return new Result.Refusal((Outcome.Rejected) outcome, ledger.reads());
    }

    private static Result refused(Refusals refusals, Ledger ledger) {
        return new Result.Refusal(refusals.rejected(), ledger.reads());
    }
}
