package io.provenant.network.fabric.container;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The user that containers run as: whoever owns the network's folder, and never root. Where root owns it, the folders
 * that a container is given are given away to a user without a name or rights on this machine.
 */
record FolderOwner(int userId, int groupId, boolean isGiven) {

    private static final int NOBODY_IN_PARTICULAR = 10_001;

    static FolderOwner of(Path folder) {
        int user = number(folder, "uid");
        return user == 0
                ? new FolderOwner(NOBODY_IN_PARTICULAR, NOBODY_IN_PARTICULAR, true)
                : new FolderOwner(user, number(folder, "gid"), false);
    }

    String user() {
        return userId + ":" + groupId;
    }

    /** Makes a folder where there is none, and gives it with all that is in it to the user. */
    void give(Path folder) {
        try {
            Files.createDirectories(folder);
            if (isGiven) {
                giveAll(folder);
            }
        } catch (IOException e) {
            throw new FabricException("cannot give " + folder + " to the user of its container", e);
        }
    }

    private void giveAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", groupId, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int number(Path folder, String attribute) {
        try {
            return (Integer) Files.getAttribute(folder, "unix:" + attribute);
        } catch (IOException e) {
            throw new FabricException("cannot see who owns " + folder, e);
        }
    }
}
