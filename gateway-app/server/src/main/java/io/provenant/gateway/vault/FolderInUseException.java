package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a process holds, which may be this one. */
public final class FolderInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder, Path lock) {
        super(holder(lock) + " has " + folder + " open");
    }

    private static String holder(Path lock) {
        try {
            String pid = Files.readString(lock, StandardCharsets.US_ASCII).strip();
            if (pid.matches("[0-9]{1,10}")) {
                return "process " + pid;
            }
        } catch (IOException e) {
            return "a process that cannot be named"; // its number is a help, not the reason
        }
        return "another process";
    }
}
