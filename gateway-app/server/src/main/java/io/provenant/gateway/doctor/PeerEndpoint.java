package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import io.provenant.gateway.ledger.fabric.PeerChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Examines where a peer listens: whether anything does, whether it speaks TLS, and whose certificates both sides have. */
public final class PeerEndpoint {

    private static final byte[] HTTP2_START =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final PeerChannel peer;
    private final Duration patience;
    private final Clock clock;

    /** The endpoint of this channel; each answer is awaited so long. */
    public PeerEndpoint(PeerChannel peer, Duration patience, Clock clock) {
        this.peer = peer;
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether anything listens. */
    public String listens() throws IOException {
        try (Socket socket = connect()) {
            return socket.getInetAddress().getHostAddress() + ":" + socket.getPort() + " takes connections";
        }
    }

    private Socket connect() throws IOException {
        String endpoint = peer.host() + ":" + peer.port();
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(peer.host(), peer.port()), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return socket;
        } catch (UnknownHostException e) {
            throw new IOException("no address is known for " + peer.host() + ": look at provenant.peer.endpoint", e);
        } catch (ConnectException e) {
            throw new IOException(
                    "nothing listens at " + endpoint + ": start the peer, or look at provenant.peer.endpoint", e);
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    endpoint + " does not answer within " + patience.toSeconds() + " s: look at provenant.peer.endpoint"
                            + " and at firewalls in between",
                    e);
        }
    }

    /** Whether both sides take each other's certificates. */
    public String speaksTls() throws IOException, GeneralSecurityException {
        TlsProbe probe = TlsProbe.of(peer);
        try (Socket plain = connect();
                SSLSocket socket = probe.over(plain, peer)) {
            socket.startHandshake();
            check(probe.shown());
            // a peer asks for a client certificate in any case, and says only then whether it insists
            socket.getOutputStream().write(HTTP2_START);
            require(socket.getInputStream().read() >= 0, "the peer hangs up behind the TLS handshake" + asked(probe));
            String told = probe.isAsked() && peer.client().isPresent() ? ", and takes this gateway's" : "";
            return "certificate of " + probe.shown().get(0).getSubjectX500Principal() + told;
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "takes connections and answers nothing within " + patience.toSeconds()
                            + " s: the peer hangs, or something else listens there",
                    e);
        } catch (SSLException | SocketException e) {
            throw new IOException(refused(probe, e), e);
        }
    }

    private void check(List<X509Certificate> chain) {
        X509Certificate own = chain.get(0);
        require(
                clock.instant().isBefore(own.getNotAfter().toInstant()),
                "the peer's TLS certificate expired on " + own.getNotAfter().toInstant() + ": have it renewed");
        require(
                TlsProbe.isTrusted(peer.tlsRoots(), chain),
                "the peer's TLS certificate was issued by " + own.getIssuerX500Principal() + ", and "
                        + peer.tlsRoots() + " holds " + TlsProbe.names(peer.tlsRoots())
                        + ": name the file of that authority as provenant.peer.tls-roots");
        String expected = peer.tlsName().orElse(peer.host());
        require(
                TlsProbe.alternativeNames(own).contains(expected),
                "the peer's TLS certificate is for " + TlsProbe.alternativeNames(own) + ", not for " + expected
                        + ": set provenant.peer.authority to one of them");
    }

    private String refused(TlsProbe probe, IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unsupported or unrecognized")) {
            return "speaks no TLS: enable it at the peer, or look at the port of provenant.peer.endpoint";
        }
        return "the peer ends the TLS handshake: " + message + asked(probe);
    }

    private String asked(TlsProbe probe) {
        if (!probe.isAsked()) {
            return "";
        }
        String whose = "; it takes client certificates of " + probe.takes() + ": ";
        return peer.client().isPresent()
                ? whose + "look at provenant.peer.client-certificate, and whether it has expired"
                : whose + "set provenant.peer.client-certificate and provenant.peer.client-key to one of these";
    }
}
