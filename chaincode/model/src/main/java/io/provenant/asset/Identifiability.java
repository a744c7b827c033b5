package io.provenant.asset;

/** How far a version's records lead back to people, most identifiable first (domain 4.4). */
public enum Identifiability {
    IDENTIFIED,
    PSEUDONYMISED,
    DEIDENTIFIED,
    AGGREGATED,
    /** Only by an independent assessment. */
    ANONYMISED,
    /** Of an asset without a personal category. */
    NON_PERSONAL;

    /** True below ANONYMISED: personal information in the sense of PIPL Article 4. */
    public boolean isPersonal() {
        return compareTo(ANONYMISED) < 0;
    }

    /** True if people are at least as hard to find as at the other step. */
    public boolean isAtLeast(Identifiability other) {
        return compareTo(other) >= 0;
    }

    /** The step at which people are easier to find. */
    public static Identifiability lower(Identifiability one, Identifiability other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The step at which people are harder to find. */
    public static Identifiability higher(Identifiability one, Identifiability other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
