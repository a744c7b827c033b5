package io.provenant.network.embedded.access;

/** Somebody asked for what the channel's policies do not give; the text is the one that a peer answers. */
public final class AccessDeniedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String text;

    AccessDeniedException(String text) {
        super(text);
        this.text = text;
    }

    public String text() {
        return text;
    }
}
