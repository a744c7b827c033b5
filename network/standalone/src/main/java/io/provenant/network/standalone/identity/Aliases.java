package io.provenant.network.standalone.identity;

import java.security.SecureRandom;

/** Random aliases of persons, as {@code pvn.person} and {@code keys[].person} hold them: they say nothing of anybody. */
public final class Aliases {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;

    private Aliases() {}

    /** A new alias. */
    public static String fresh() {
        StringBuilder alias = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, ALPHABET.length()).forEach(i -> alias.append(ALPHABET.charAt(i)));
        return alias.toString();
    }
}
