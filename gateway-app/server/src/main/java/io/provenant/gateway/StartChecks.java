package io.provenant.gateway;

import io.provenant.gateway.vault.FileFault;
import io.provenant.gateway.vault.FolderInUseException;
import io.provenant.gateway.vault.FolderLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/** What is tried before a gateway starts anything: each {@link SettingsException} says what to do. */
final class StartChecks {

    private StartChecks() {}

    /** Sees that the API can listen where the settings say. */
    static void port(PropertyResolver settings) {
        String address = settings.getProperty("server.address", "127.0.0.1");
        String port = settings.getProperty("server.port", "8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw refused("server.port is from 0 to 65535, not " + port);
        }
        try {
            new ServerSocket(Integer.parseInt(port), 1, InetAddress.getByName(address)).close();
        } catch (IOException e) {
            throw refused("server.port " + port + " on " + address + " cannot be listened on: " + FileFault.says(e)
                    + "; stop what listens there, or set another");
        }
    }

    /** Keeps a second gateway away from the data folder. */
    static FolderLock dataFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            return FolderLock.take(folder);
        } catch (FolderInUseException e) {
            throw refused("provenant.data-dir: " + e.getMessage() + "; stop it first, or name another folder");
        } catch (IOException e) {
            throw refused("provenant.data-dir: " + folder + " cannot be used: " + FileFault.says(e));
        }
    }

    private static SettingsException refused(String problem) {
        return new SettingsException(List.of(problem));
    }
}
