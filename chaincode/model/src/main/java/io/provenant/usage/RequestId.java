package io.provenant.usage;

/** The id of a request for a use, a UUID; its decision has the same. */
public record RequestId(String value) implements Comparable<RequestId> {

    @Override
    public int compareTo(RequestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
