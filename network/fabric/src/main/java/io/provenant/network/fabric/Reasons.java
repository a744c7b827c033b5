package io.provenant.network.fabric;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** An error as its reader needs it: what could not be done, and behind it why the system would not. */
final class Reasons {

    private Reasons() {}

    static String of(Throwable error) {
        Throwable cause = error.getCause();
        String own = error instanceof IOException failure ? of(failure) : String.valueOf(error.getMessage());
        return cause instanceof IOException failure ? own + "\nthe system says: " + of(failure) : own;
    }

    private static String of(IOException failure) {
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + reason(file);
        }
        return String.valueOf(failure.getMessage());
    }

    private static String reason(FileSystemException failure) {
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof NoSuchFileException
                ? "no such file"
                : failure.getClass().getSimpleName();
    }
}
