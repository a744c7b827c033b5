package io.provenant.network.embedded.endorser;

/** A proposal that is not even tried; the text is the one that a peer answers. */
public final class ProposalRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final boolean isFiltered;

    ProposalRefusedException(String text, boolean isFiltered) {
        super(text);
        this.text = text;
        this.isFiltered = isFiltered;
    }

    public String text() {
        return text;
    }

    /** Whether it was refused before it came to the endorser; such a peer looks unavailable to a gateway. */
    public boolean isFiltered() {
        return isFiltered;
    }
}
