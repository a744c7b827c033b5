package io.provenant.network.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * An organisation with its two roots, one for enrolment and one for TLS, kept apart so that a key of one kind never
 * speaks for the other. Names end in its domain.
 */
public final class Organisation {

    private static final Duration ROOT_SPAN = Duration.ofDays(3650);
    private static final Duration LEAF_SPAN = Duration.ofDays(365);

    private final String mspId;
    private final String domain;
    private final CertificateAuthority enrolment;
    private final CertificateAuthority tls;
    private final Clock clock;

    private Organisation(
            String mspId, String domain, CertificateAuthority enrolment, CertificateAuthority tls, Clock clock) {
        this.mspId = mspId;
        this.domain = domain;
        this.enrolment = enrolment;
        this.tls = tls;
        this.clock = clock;
    }

    /** A new organisation with new roots. */
    public static Organisation create(String mspId, String domain, Clock clock) {
        Validity validity = Validity.from(clock.instant(), ROOT_SPAN);
        CertificateAuthority enrolment = CertificateAuthority.root(domain, "ca." + domain, validity);
        CertificateAuthority tls = CertificateAuthority.root(domain, "tlsca." + domain, validity);
        return new Organisation(mspId, domain, enrolment, tls, clock);
    }

    /** An organisation that exists already, with the roots it had. */
    public static Organisation of(
            String mspId, String domain, Credential enrolmentRoot, Credential tlsRoot, Clock clock) {
        CertificateAuthority enrolment = CertificateAuthority.of(domain, enrolmentRoot);
        return new Organisation(mspId, domain, enrolment, CertificateAuthority.of(domain, tlsRoot), clock);
    }

    /** A peer; names are the DNS names and IP addresses it is reached by, beside its own. */
    public Node peer(String name, List<String> names) {
        return node(name, Role.PEER, names);
    }

    /** An orderer; names are the DNS names and IP addresses it is reached by, beside its own. */
    public Node orderer(String name, List<String> names) {
        return node(name, Role.ORDERER, names);
    }

    public Credential admin(String name) {
        return enrolment.issue(CertificateProfile.enrolment(name + "@" + domain, Role.ADMIN, validity()));
    }

    /** A client whose common name is the given alias; the attributes say what chaincode lets it do. */
    public Credential client(String alias, SortedMap<String, String> attributes) {
        CertificateProfile profile = CertificateProfile.enrolment(alias, Role.CLIENT, validity());
        return enrolment.issue(profile.withAttributes(attributes));
    }

    /** A TLS certificate for something that is not a node, such as a chaincode server or its caller. */
    public Credential tls(String name, List<String> names) {
        return tls.issue(CertificateProfile.tls(name, names, validity()));
    }

    public String mspId() {
        return mspId;
    }

    public String domain() {
        return domain;
    }

    /** The authority of certificates that sign; through it any other profile is issued. */
    public CertificateAuthority enrolmentAuthority() {
        return enrolment;
    }

    public CertificateAuthority tlsAuthority() {
        return tls;
    }

    /** The validity of a leaf certificate that is issued now. */
    public Validity validity() {
        return Validity.from(clock.instant(), LEAF_SPAN);
    }

    private Node node(String name, Role role, List<String> names) {
        String host = name + "." + domain;
        List<String> all = Stream.concat(Stream.of(host), names.stream()).toList();
        Credential identity = enrolment.issue(CertificateProfile.enrolment(host, role, validity()));
        return new Node(mspId, host, identity, tls.issue(CertificateProfile.tls(host, all, validity())));
    }
}
