package io.provenant.gateway.doctor;

/**
 * What was examined and how it is.
 *
 * @param says what is there, or what is wrong and what to do
 */
public record Finding(String what, State state, String says) {

    /** How it is. */
    public enum State {
        /** As it should be. */
        OK,
        /** Worth knowing, and in nobody's way. */
        NOTE,
        /** In the way. */
        PROBLEM
    }

    /** True if nothing is in the way. */
    public boolean isWell() {
        return state != State.PROBLEM;
    }
}
