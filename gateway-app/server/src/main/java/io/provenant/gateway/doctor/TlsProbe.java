package io.provenant.gateway.doctor;

import io.provenant.gateway.ledger.fabric.PeerChannel;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.hyperledger.fabric.client.identity.Identities;

/**
 * A TLS handshake that takes whatever certificate it is shown and remembers it, so that the doctor can say what is wrong
 * with it. Nothing is ever sent over such a connection.
 */
final class TlsProbe {

    private final ClientSide client;
    private final List<X509Certificate> shown = new ArrayList<>();

    private TlsProbe(ClientSide client) {
        this.client = client;
    }

    static TlsProbe of(PeerChannel peer) throws IOException, GeneralSecurityException {
        if (peer.client().isEmpty()) {
            return new TlsProbe(new ClientSide(List.of(), null));
        }
        PeerChannel.ClientCertificate files = peer.client().get();
        try (var key = Files.newBufferedReader(files.key())) {
            return new TlsProbe(new ClientSide(read(files.certificate()), Identities.readPrivateKey(key)));
        }
    }

    SSLSocket over(Socket plain, PeerChannel peer) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {client}, new TrustManager[] {new Remembering(shown)}, new SecureRandom());
        String name = peer.tlsName().orElse(peer.host());
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, peer.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The chain that the peer showed, its own certificate first. */
    List<X509Certificate> shown() {
        return shown;
    }

    /** True if the peer asked for a client certificate. */
    boolean isAsked() {
        return client.isAsked();
    }

    /** The authorities whose client certificates the peer takes. */
    SortedSet<String> takes() {
        return client.takes();
    }

    static List<X509Certificate> read(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    static List<String> names(Path pem) {
        try {
            return read(pem).stream()
                    .map(root -> root.getSubjectX500Principal().toString())
                    .toList();
        } catch (IOException | CertificateException e) {
            return List.of("no certificate that can be read");
        }
    }

    static boolean isTrusted(Path roots, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate root : read(roots)) {
                store.setCertificateEntry(Integer.toString(store.size()), root);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            X509TrustManager trust = (X509TrustManager) factory.getTrustManagers()[0];
            trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    static SortedSet<String> alternativeNames(X509Certificate certificate) {
        SortedSet<String> names = new TreeSet<>();
        try {
            var found = certificate.getSubjectAlternativeNames();
            if (found != null) {
                found.forEach(name -> names.add(String.valueOf(name.get(1))));
            }
        } catch (CertificateParsingException e) {
            names.add("no readable name");
        }
        return names;
    }

    private record Remembering(List<X509Certificate> shown) implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            shown.addAll(Arrays.asList(chain));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this is no server: it takes nobody's certificate");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
