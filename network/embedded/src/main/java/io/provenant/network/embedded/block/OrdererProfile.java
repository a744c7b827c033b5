package io.provenant.network.embedded.block;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/** The one orderer of the channel: its organisation, where it listens and its TLS certificate in PEM. */
public record OrdererProfile(FabricMSPConfig organisation, String host, int port, ByteString tlsCertificate) {}
