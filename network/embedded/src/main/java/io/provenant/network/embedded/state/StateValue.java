package io.provenant.network.embedded.state;

import com.google.protobuf.ByteString;

/** A key's value, its metadata in the bytes that a peer keeps (empty where there is none), and who wrote it last. */
public record StateValue(ByteString value, ByteString metadata, Version version) {}
