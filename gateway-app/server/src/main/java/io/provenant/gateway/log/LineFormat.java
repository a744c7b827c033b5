package io.provenant.gateway.log;

/** Turns a line of a file into the body of a leaf; one a kind of log. */
public interface LineFormat {

    /** The body in these UTF-8 bytes, without line end. */
    LeafBody parse(byte[] line) throws FaultyLineException;
}
