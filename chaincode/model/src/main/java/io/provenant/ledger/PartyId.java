package io.provenant.ledger;

/** The id of a party, such as {@code pty-exchange}. */
public record PartyId(String value) implements Comparable<PartyId> {

    @Override
    public int compareTo(PartyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
