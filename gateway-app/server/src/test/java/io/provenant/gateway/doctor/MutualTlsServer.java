package io.provenant.gateway.doctor;

import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Listens with TLS, asks for a client certificate of one authority, and answers a byte to whoever has one. */
final class MutualTlsServer implements AutoCloseable {

    private static final char[] NONE = new char[0];

    private final SSLServerSocket server;
    private final AtomicInteger refused = new AtomicInteger();

    private MutualTlsServer(SSLServerSocket server) {
        this.server = server;
    }

    static MutualTlsServer start(Organisation organisation, List<String> names)
            throws IOException, GeneralSecurityException {
        Credential own = organisation.tls("peer0", names);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("own", own.privateKey(), NONE, new Certificate[] {own.certificate()});
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, NONE);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", organisation.tlsAuthority().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SSLParameters parameters = server.getSSLParameters();
        parameters.setNeedClientAuth(true);
        parameters.setApplicationProtocols(new String[] {"h2"});
        server.setSSLParameters(parameters);
        MutualTlsServer started = new MutualTlsServer(server);
        Thread thread = new Thread(started::serve, "mutual TLS");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write(0);
            } catch (IOException e) {
                refused.incrementAndGet(); // and the next client may be another
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
