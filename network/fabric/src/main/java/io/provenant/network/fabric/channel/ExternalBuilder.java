package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.PeerPlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** The three scripts by which a peer learns where its own service of a chaincode listens, and what they read. */
public final class ExternalBuilder {

    private static final List<String> SCRIPTS = List.of("detect", "build", "release");

    private ExternalBuilder() {}

    /** Writes the scripts; gives the folder that peers are told. */
    public static Path write(Path folder) {
        Path builder = folder.resolve("builder");
        try {
            Files.createDirectories(builder.resolve("bin"));
            for (String script : SCRIPTS) {
                Path file = builder.resolve("bin").resolve(script);
                try (InputStream source = ExternalBuilder.class.getResourceAsStream(script + ".sh")) {
                    if (source == null) {
                        throw new IllegalStateException("the script " + script + " is missing from this jar");
                    }
                    Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new FabricException("cannot write the builder scripts to " + builder, e);
        }
        return builder;
    }

    /** Writes how a peer reaches its organisation's service: address and both sides of mutual TLS. */
    public static void writeConnection(NetworkPlan plan, PeerPlace peer, String label) {
        try {
            Path client = peer.serviceClientTls();
            String json = String.format(
                    Locale.ROOT,
                    """
                    {"address":"%s","dial_timeout":"10s","tls_required":true,"client_auth_required":true,
                    "client_key":"%s","client_cert":"%s","root_cert":"%s"}
                    """,
                    plan.serviceAddress(peer, label),
                    escaped(client.resolve("server.key")),
                    escaped(client.resolve("server.crt")),
                    escaped(client.resolve("ca.crt")));
            Path folder = Files.createDirectories(peer.connections());
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------")); // a key is inside
            Files.writeString(folder.resolve(label + ".json"), json);
        } catch (IOException e) {
            throw new FabricException("cannot write the connection of " + peer.name() + " to " + label, e);
        }
    }

    private static String escaped(Path pem) throws IOException {
        return Files.readString(pem).replace("\n", "\\n");
    }
}
