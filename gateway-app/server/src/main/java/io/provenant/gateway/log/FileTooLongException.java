package io.provenant.gateway.log;

/** A file with more lines than one batch may have; nothing of it was kept. */
public final class FileTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileTooLongException(int most) {
        super("more than " + most + " lines in one file: split it; nothing was kept");
    }
}
