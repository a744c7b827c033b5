package io.provenant.network.standalone.story;

/** A step of the story did not hold; the message says which and what came instead. */
public final class StoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What did not hold. */
    public StoryException(String message) {
        super(message);
    }
}
