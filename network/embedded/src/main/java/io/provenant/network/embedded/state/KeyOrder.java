package io.provenant.network.embedded.state;

import java.util.Comparator;

/** Orders keys by their UTF-8 bytes, as every peer does; Java's own order differs beyond U+FFFF. */
public final class KeyOrder implements Comparator<String> {

    public static final KeyOrder UTF_8 = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // a surrogate stands for a code point above all others of sixteen bits
                boolean isAboveA = Character.isSurrogate(a);
                boolean isAboveB = Character.isSurrogate(b);
                return isAboveA == isAboveB ? Character.compare(a, b) : Boolean.compare(isAboveA, isAboveB);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
