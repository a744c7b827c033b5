package io.provenant.listing;

/** Which list an entry belongs to; each is a kind of mark in the party's head. */
public enum Colour {
    RED,
    BLACK,
    WATCH
}
