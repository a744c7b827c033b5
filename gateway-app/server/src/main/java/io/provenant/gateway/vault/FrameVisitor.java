package io.provenant.gateway.vault;

/** Sees each frame of a segment while it is read back. */
interface FrameVisitor {

    void frame(long index, Frame frame);
}
