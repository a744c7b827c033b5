package io.provenant.usage.decision;

/** Regions of the world: ISO 3166-1 alpha-2, or the six digits of GB/T 2260 for a place in China. */
final class Regions {

    private static final int ALPHA_2 = 2;

    private Regions() {}

    /** The country in which a region lies. */
    static String country(String region) {
        return region.length() == ALPHA_2 ? region : "CN";
    }
}
