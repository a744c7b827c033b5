package io.provenant.anchor;

/** States of a log (domain 4.8). */
public enum LogState {
    ACTIVE,
    CLOSED
}
