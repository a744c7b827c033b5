package io.provenant.gateway.log;

/** A file with more lines or bytes than one batch may have; nothing of it was kept. */
public final class FileTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FileTooLongException(long most, String unit) {
        super("more than " + most + " " + unit + " in one file: split it; nothing was kept");
    }
}
