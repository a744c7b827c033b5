package io.provenant.network.embedded.access;

import com.google.protobuf.ByteString;

/** A node's own identity: what peers endorse with and the orderer signs blocks with. */
public interface SigningIdentity {

    /** The identity as it stands in headers and endorsements: MSP id and certificate, serialized. */
    ByteString serialized();

    /** A low-S ECDSA signature over the SHA-256 of the message, DER encoded. */
    ByteString sign(ByteString message);
}
