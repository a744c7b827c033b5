package io.provenant.consent;

/** Whether a service depends on a consent (PIPL Article 16). */
public enum Conditionality {
    NONE,
    NECESSARY_FOR_SERVICE
}
