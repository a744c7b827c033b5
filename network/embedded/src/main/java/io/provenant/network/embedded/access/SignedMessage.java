package io.provenant.network.embedded.access;

import com.google.protobuf.ByteString;

/** A message, the serialized identity that is said to have signed it, and the signature. */
public record SignedMessage(ByteString message, ByteString identity, ByteString signature) {}
