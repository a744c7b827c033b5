package io.provenant.consent;

/** The id of a consent grant, a random UUID: it says nothing about who gave it. */
public record ConsentId(String value) implements Comparable<ConsentId> {

    @Override
    public int compareTo(ConsentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
