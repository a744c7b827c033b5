package io.provenant.ruleset;

/**
 * Regions of the world: ISO 3166-1 alpha-2, or the six digits of GB/T 2260 for a place in China. Hong Kong, Macao and
 * Taiwan have digits there and codes of their own in ISO 3166-1; by either they lie outside the mainland, where the
 * transfer rules of PIPL end.
 */
public final class Regions {

    private Regions() {}

    /** The country or territory in which a region lies; a code of another form is one of its own, nobody's home. */
    public static String country(String region) {
        if (!region.matches("[0-9]{6}")) {
            return region;
        }
        return switch (region.substring(0, 2)) {
            case "71" -> "TW";
            case "81" -> "HK";
            case "82" -> "MO";
            default -> "CN";
        };
    }
}
