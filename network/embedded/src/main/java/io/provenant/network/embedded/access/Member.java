package io.provenant.network.embedded.access;

import com.google.protobuf.ByteString;
import java.time.Instant;

/** Somebody with a certificate of one of the channel's organisations. */
public interface Member {

    /** The organisation. */
    String mspId();

    /** The identity as it stands in headers and endorsements: MSP id and certificate, serialized. */
    ByteString serialized();

    /** The end of the certificate's validity. */
    Instant expiresAt();

    /** Whether the message was signed with the certificate's key; a signature with a high S never counts. */
    boolean hasSigned(ByteString message, ByteString signature);
}
