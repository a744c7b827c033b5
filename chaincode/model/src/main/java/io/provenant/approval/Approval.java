package io.provenant.approval;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;
import io.provenant.ledger.PartyId;
import io.provenant.ledger.Role;
import java.util.Optional;

/** One person's approval of one exact command or request (domain 4.2). */
public record Approval(JsonObject json) implements Entry {

    /** {@code APR!subjectKey!subjectHash!partyId!person}, or {@code APR!REQ!requestId!requestHash!scope!partyId}. */
    public static final EntryType<Approval> TYPE = EntryType.record("APR", "Approval", Approval::new);

    /** Days for which an approval counts. */
    public static final int LIFE_DAYS = 30;

    static final String GIVEN = "GIVEN";
    private static final long DAY_MS = 86_400_000;

    /** The row of a command's approval. */
    public static Key<Approval> ofCommand(String subjectKey, Digest subjectHash, PartyId party, String person) {
        return TYPE.key(subjectKey, subjectHash.hex(), party.value(), person);
    }

    /** The row of a request's approval. */
    public static Key<Approval> ofRequest(String requestId, String requestHash, ReviewScope scope, PartyId party) {
        return TYPE.key("REQ", requestId, requestHash, scope.name(), party.value());
    }

    /** Who approved. */
    public PartyId partyId() {
        return new PartyId(json.text("partyId"));
    }

    /** The random alias of the person. */
    public String person() {
        return json.text("person");
    }

    /** The role in which the person approved. */
    public Optional<Role> role() {
        return Role.of(json.text("role"));
    }

    /** The MSP of the certificate that sent it. */
    public String mspId() {
        return json.text("byMsp");
    }

    /** True if it still counts at this UTC millisecond, reckoned from when it was last given. */
    public boolean countsAt(long ms) {
        return state().filter(GIVEN::equals).isPresent() && ms <= effectiveMs() + LIFE_DAYS * DAY_MS;
    }
}
