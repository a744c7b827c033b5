package io.provenant.ledger;

import java.util.Arrays;
import java.util.Optional;

/** Every reason for a refusal by the rules (domain 5.5), with its fixed sentence and what to do about it. */
public enum ReasonCode {
    INPUT_MALFORMED(
            "not canonical, unknown or missing member, wrong type, order or size of a number",
            "correct the field named in the answer"),
    COMMAND_UNKNOWN("no such command in this version", "check the version of the client"),
    SCHEMA_UNKNOWN(
            "a stored record was written by a later version of the code than this one",
            "have the organisations run the version that the channel's definition names"),
    LIMIT_EXCEEDED("a list, object or argument is above its limit", "split the request, or build on fewer parents"),
    CODE_UNKNOWN("a code is not in the rule set's lists, or belongs to a layer not in use", "choose a listed code"),
    INVOKER_UNKNOWN(
            "certificate, MSP and party do not belong together", "use the party's own gateway or have it registered"),
    ROLE_NOT_ALLOWED("the role may not send this command, or is not accredited", "let the right role send it"),
    SIGNATURE_INVALID(
            "a signature does not verify over the exact bytes",
            "sign the bytes of 3.4 again, with channel and foundedTx of this market"),
    SIGNATURE_EXPIRED("notAfterMs has passed, or lies more than 24 h ahead", "sign again, with an end inside 24 h"),
    KEY_NOT_VALID(
            "the key is unknown, not yet or no longer valid, or lacks the role", "use a valid key, or register one"),
    ALREADY_EXISTS("the id or the document key is in use", "choose a new id; the same content needs no second record"),
    NOT_FOUND("a record named does not exist", "check the id"),
    REV_MISMATCH(
            "the record has changed since it was read, or a sequence number does not follow",
            "read again, decide again"),
    STATE_ILLEGAL("the state machine has no such step", "look at the record's state and its next steps"),
    NOT_YOURS("the record concerns another party", "the party named must send it"),
    NOT_COMPETENT("outside the authority's or operator's field", "send it to the competent authority"),
    NOT_INDEPENDENT("acts on itself, its host or its group", "take somebody independent"),
    APPROVALS_MISSING(
            "the approvals that the rule set asks are not all there, over this exact body",
            "ask those listed as missing"),
    APPROVAL_NOT_ASKED("this role or party has no say here", "nothing to do"),
    FOUR_EYES("the same person did both steps, be it with another certificate", "a colleague does the second"),
    ID_LOOKS_PERSONAL("a chosen id looks like an ID card, phone, mail or bank number", "use a random id"),
    DOCUMENT_MISSING(
            "a private document cited has no hash on the ledger, or a restriction cites one outside the authority's own collection",
            "deposit it there first"),
    DOCUMENT_DIFFERS(
            "the private document is not the one whose hash was named",
            "send the original value, or name and sign the hash of this one"),
    HANDLE_PROOF_INVALID(
            "the proof, the opening or the leaf key's signature does not fit the grant",
            "use the receipt; the controller reissues a lost one free of charge"),
    DUE_NOT_REACHED("a due date has not passed", "come back after the date named"),
    HEAD_FULL(
            "no room for a further mark in this slice; never for a ban or an authority's suspension",
            "end marks that no longer hold"),
    FOUNDERS_INCOMPLETE("exchange, regulator and association are not all there", "complete the founders"),
    UID_TAKEN(
            "this credit code, LEI or MSP has a party", "use the existing party; an application lapses after 30 days"),
    DPO_MISSING("the size asks for a data protection officer", "appoint one"),
    SECTION_MISSING("a section named is not stored", "add it"),
    SECTION_HASH_MISMATCH("the bytes do not have this hash", "hash the canonical bytes"),
    SECTION_INVALID("a section breaks its schema or a cross-check", "correct it; the answer names the entry"),
    CONSULTATION_OPEN("the consultation still runs", "wait until the date named"),
    CORE_DATA("core data is never declared or registered", "keep it out of the market"),
    LEVEL_TOO_LOW(
            "level, grade or categories laxer than parents, rows or the regulator's minimum",
            "raise them, or bring an independent assessment"),
    PARENT_NOT_PERMITTED(
            "a parent has another owner, and no permit of this owner names it with an output to build on",
            "ask for a decision that covers the parent and the output"),
    PARENT_NOT_SEALED("a parent does not exist or is not sealed", "seal the parent first"),
    IDENTIFIABILITY_UNPROVEN(
            "the claimed step has no masking edge, group size or assessment", "add the evidence or claim less"),
    CONSENTS_NOT_INHERITED("consents or bases are not the union of the parents'", "carry them all"),
    GENERATION_INVALID(
            "a generation above the head or the parents' minimum; an aggregate over parents with open withdrawals",
            "state the generation really excluded; acknowledge and rebuild first"),
    CONSENT_FOREIGN(
            "the grant is another controller's and does not name the owner", "bind grants that cover the owner"),
    POPULATION_TOO_SMALL(
            "the grant or basis covers fewer persons than this market allows",
            "one set for more persons, or a channel of its own"),
    CONSENT_CORE_MISSING("an element of PIPL 17 or of the collection method is missing", "complete notice and grant"),
    CONSENT_BEYOND_NOTICE("the grant is wider than the notice", "narrow it or publish a notice"),
    NOTICE_NOT_CURRENT("the notice version was not in force", "use the current one"),
    CONSENT_VAGUE("the purpose says nothing specific", "name the specific purpose"),
    CONSENT_BUNDLED("several purposes cannot be refused one by one", "one grant per purpose"),
    CONSENT_COERCED("called necessary although the service does not need it", "make it optional"),
    CONSENT_SEPARATE_NEEDED("sensitive data, other recipients or abroad without separate consent", "ask separately"),
    CONSENT_GUARDIAN_NEEDED("minors without guardian or special rules", "ask the guardian, publish the rules"),
    CONSENT_DURATION("no end, or later than the cap", "set an end inside the cap"),
    WITHDRAWAL_CHANNEL("withdrawing is harder than giving", "offer the same channel"),
    NOT_CONSENT_BASED(
            "this processing rests on a duty or contract, not on consent", "object or complain by the channel named"),
    LOG_IN_USE(
            "an active log of this kind exists, or the closed one is not named",
            "use it, or close it and name it as previousOrigin"),
    CHECKPOINT_SIGNATURE("not signed by the key of this epoch", "sign with the current key"),
    CONSISTENCY_INVALID("the new head does not extend the old one", "restore the log's leaves; do not start a new log"),
    EQUIVOCATION_NOT_PROVEN("checkpoints or inclusion proofs do not contradict each other", "keep watching"),
    NOTICE_TOO_SHORT("the answer period is below the rule set's", "give more days"),
    NOTICE_PERIOD_OPEN(
            "the target may still answer, and has not",
            "publish after the date named, or consider the answer when it is there"),
    LIST_KIND_AUTHORITY("an association cannot make a statutory entry", "send it to the regulator"),
    RED_CONDITION("scores, certificate or clean year are missing", "propose again when they are there"),
    RULESET_NONE("no rule set in force for a regime judged, or it lacks R01 to R03", "have one adopted"),
    PARTY_NOT_ACTIVE("not active, or suspended", "ask why; wait or object"),
    PARTY_BANNED("a market ban is in force, on a party or on the owner of an inherited asset", "nothing until it ends"),
    LIST_BLACK("black-listed with effect in this market; issuer and adopting rule are named", "object or repair"),
    LIST_REVIEW_NEEDED("listed, compliance must look first", "ask exchange compliance for a review"),
    LIST_GROUP_REVIEW("a company of the same group is black-listed", "ask exchange compliance for a review"),
    VERSION_STATE("the version, its asset or a parent is not available", "use its successor"),
    RETENTION_PASSED("the retention period is over", "delete; no use"),
    REVOCATION_OPEN(
            "withdrawals are not yet excluded and the mode hands out raw data",
            "use a controlled mode or the next version"),
    REVOCATION_OVERDUE("withdrawals were not excluded in time", "use the rebuilt version"),
    PURPOSE_NOT_GRANTED("a grant or the policy does not cover the purpose", "narrow the purpose or ask for consent"),
    PURPOSE_PROHIBITED("the purpose is forbidden", "do not do it"),
    BASIS_MISSING("personal data without consent or other basis", "bind a basis"),
    CONSENT_INVALID("a grant or basis was revoked, ended, invalidated or never valid", "use a version without it"),
    CONSENT_EXPIRED("a grant has ended", "ask again, new version"),
    CONSENT_WITHDRAWN("the person has withdrawn", "stop; use a version without the person"),
    SEPARATE_CONSENT(
            "no separate consent for sensitive data, this recipient, publication or abroad",
            "ask the persons separately"),
    RECIPIENT("a recipient outside grant or agreement", "drop the recipient or ask"),
    ONWARD_TRANSFER("passing on is not allowed", "keep it"),
    EMERGENCY_STOP("an emergency stop covers this use", "wait for its end"),
    SUSPENDED_BY_AUTHORITY("the asset, or one it was built from, is suspended", "the answer names who and until when"),
    SUSPENDED_BY_CASE("the asset, or one it was built from, is suspended", "the answer names who and until when"),
    SUSPENDED_BY_INCIDENT("the asset, or one it was built from, is suspended", "the answer names who and until when"),
    SUSPENDED_BY_DISPUTE("the asset, or one it was built from, is suspended", "the answer names who and until when"),
    SUSPENDED_BY_RISK("the asset, or one it was built from, is suspended", "the answer names who and until when");

    private final String meaning;
    private final String remedy;

    ReasonCode(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The reason of this name, or nothing. */
    public static Optional<ReasonCode> of(String name) {
        return Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
    }

    /** One fixed sentence, part of the message that every peer must agree on. */
    public String meaning() {
        return meaning;
    }

    /** What the one who was refused can do next. */
    public String remedy() {
        return remedy;
    }
}
