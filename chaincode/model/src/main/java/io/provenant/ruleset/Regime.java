package io.provenant.ruleset;

/** A body of law under which a decision is judged; each has a rule set of its own in force (domain 3.2). */
public enum Regime {
    /** China's Cybersecurity Law. */
    CN_CSL,
    /** China's Data Security Law. */
    CN_DSL,
    /** China's Personal Information Protection Law. */
    CN_PIPL,
    /** The General Data Protection Regulation. */
    EU_GDPR
}
