package io.provenant.party;

/** The field of a regulator (domain 4.1). */
public enum RegulatorDomain {
    CYBERSPACE,
    INDUSTRY,
    TELECOM,
    TRANSPORT,
    FINANCE,
    NATURAL_RESOURCES,
    HEALTH,
    EDUCATION,
    SCIENCE_TECHNOLOGY,
    PUBLIC_SECURITY,
    NATIONAL_SECURITY
}
