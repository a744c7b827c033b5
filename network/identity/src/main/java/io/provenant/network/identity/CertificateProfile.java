package io.provenant.network.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a leaf certificate shall say: units go into the subject, attributes into Fabric CA's extension, names into the
 * subject alternative name. A certificate for TLS carries the extended usages of both ends of a connection.
 */
public record CertificateProfile(
        String commonName,
        boolean isForTls,
        List<String> organizationalUnits,
        List<String> subjectAlternativeNames,
        SortedMap<String, String> attributes,
        Validity validity) {

    public CertificateProfile {
        organizationalUnits = List.copyOf(organizationalUnits);
        subjectAlternativeNames = List.copyOf(subjectAlternativeNames);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** A certificate that signs proposals, endorsements or blocks. */
    public static CertificateProfile enrolment(String commonName, Role role, Validity validity) {
        List<String> units = List.of(role.organizationalUnit());
        return new CertificateProfile(commonName, false, units, List.of(), new TreeMap<>(), validity);
    }

    /** A certificate for TLS; names are DNS names or IP addresses. */
    public static CertificateProfile tls(String commonName, List<String> names, Validity validity) {
        return new CertificateProfile(commonName, true, List.of(), names, new TreeMap<>(), validity);
    }

    public CertificateProfile withAttributes(SortedMap<String, String> replacement) {
        return new CertificateProfile(
                commonName, isForTls, organizationalUnits, subjectAlternativeNames, replacement, validity);
    }

    /** The same with one more unit, such as a department that a policy names. */
    public CertificateProfile withUnit(String unit) {
        List<String> units = new ArrayList<>(organizationalUnits);
        units.add(unit);
        return withUnits(units);
    }

    /** The same without any unit: an MSP with node OUs gives its holder no role. */
    public CertificateProfile withoutUnits() {
        return withUnits(List.of());
    }

    private CertificateProfile withUnits(List<String> units) {
        return new CertificateProfile(commonName, isForTls, units, subjectAlternativeNames, attributes, validity);
    }
}
