package io.provenant.gateway.vault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why a file could not be used, in words: the messages of the library are often its path alone. */
public final class FileFault {

    private FileFault() {}

    /** The reason, without the path. */
    public static String says(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "this user may not";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "something that is no folder is in the way";
        }
        if (failure instanceof FileSystemException system) {
            return Optional.ofNullable(system.getReason()).orElse("the system does not say why");
        }
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }
}
