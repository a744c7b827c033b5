package io.provenant.gateway.doctor;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows its one certificate, where it has one, to a server that asks, and remembers whose certificates the server takes. */
final class ClientSide extends X509ExtendedKeyManager {

    private final List<X509Certificate> chain;
    private final @Nullable PrivateKey key;
    private final SortedSet<String> takes = new TreeSet<>();
    private boolean asked;

    ClientSide(List<X509Certificate> chain, @Nullable PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    boolean isAsked() {
        return asked;
    }

    SortedSet<String> takes() {
        return takes;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        asked = true;
        if (issuers != null) {
            Arrays.stream(issuers).forEach(issuer -> takes.add(issuer.getName()));
        }
        return key == null ? null : "own";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return key == null ? null : new String[] {"own"};
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
