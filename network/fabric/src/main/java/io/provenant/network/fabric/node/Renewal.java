package io.provenant.network.fabric.node;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.identity.CertificateAuthority;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Certificates that have expired, or soon will, issued anew at a start: for the keys that they are of, since orderers know
 * each other by their keys. An authority that has expired itself ends the network.
 */
final class Renewal {

    private static final Duration SOON = Duration.ofDays(1);

    private final Organisation organisation;
    private final Clock clock;

    Renewal(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
        requireValid(organisation.enrolmentAuthority());
        requireValid(organisation.tlsAuthority());
    }

    private void requireValid(CertificateAuthority authority) {
        X509Certificate root = authority.certificate();
        if (root.getNotAfter().toInstant().isBefore(clock.instant())) {
            throw new FabricException("the authority " + root.getSubjectX500Principal() + " of "
                    + organisation.mspId() + " expired at " + root.getNotAfter().toInstant()
                    + ", and with it all that it issued: is this machine's clock right? If so, begin anew with"
                    + " scripts/network reset");
        }
    }

    void ofSigners(Stream<Path> msps) {
        msps.forEach(msp -> renew(msp.resolve("signcerts/cert.pem"), organisation.enrolmentAuthority()));
    }

    void ofTls(Stream<Path> folders) {
        folders.forEach(folder -> renew(folder.resolve("server.crt"), organisation.tlsAuthority()));
    }

    private void renew(Path file, CertificateAuthority authority) {
        X509Certificate old = read(file);
        if (old.getNotAfter().toInstant().isAfter(clock.instant().plus(SOON))) {
            return;
        }
        X509Certificate renewed = authority.renew(old, organisation.validity());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, Credential.pem(renewed));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FabricException("cannot write " + file, e);
        }
    }

    private static X509Certificate read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        } catch (IOException | CertificateException e) {
            throw new FabricException("cannot read the certificate " + file, e);
        }
    }
}
