package io.provenant.party;

import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Entry;
import io.provenant.ledger.EntryType;
import io.provenant.ledger.Key;

/** A party's appointment of an officer that the law asks for, such as its data protection officer (domain 4.1). */
public record Appointment(JsonObject json) implements Entry {

    /** {@code APT!appointmentId}. */
    public static final EntryType<Appointment> TYPE = EntryType.record("APT", "Appointment", Appointment::new);

    private static final String ACTIVE = "ACTIVE";
    private static final String DPO = "DPO";

    /** The key of an appointment. */
    public static Key<Appointment> key(String appointmentId) {
        return TYPE.key(appointmentId);
    }

    /** True if this is the data protection officer of the party at this UTC millisecond. */
    public boolean isDpoOf(Party party, long ms) {
        return json.text("partyId").equals(party.id())
                && json.text("roleCode").equals(DPO)
                && state().filter(ACTIVE::equals).isPresent()
                && json.integer("fromMs") <= ms
                && ms < json.integer("untilMs");
    }
}
