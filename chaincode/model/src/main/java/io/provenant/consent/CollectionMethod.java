package io.provenant.consent;

/** How the data comes in (domain 4.5). */
public enum CollectionMethod {
    FORM,
    SENSOR,
    SDK,
    EMBEDDED_CODE,
    THIRD_PARTY,
    PUBLIC_SOURCE,
    INFERENCE
}
