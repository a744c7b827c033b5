package io.provenant.asset;

/** The grade of data under Article 21 of the Data Security Law, laxest first; the higher grade wins (GB/T 43697). */
public enum NationalGrade {
    GENERAL,
    IMPORTANT,
    /** Never declared, never traded (INV-A4). */
    CORE;

    /** True if this grade is the other one or a stricter one. */
    public boolean isAtLeast(NationalGrade other) {
        return compareTo(other) >= 0;
    }
}
