package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Turns issued credentials into the identities that travel in headers and endorsements. */
final class TestMembers {

    private TestMembers() {}

    static ByteString serialized(String mspId, Credential credential) {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(credential.certificatePem()))
                .build()
                .toByteString();
    }

    static ByteString serialized(Organisation organisation, Credential credential) {
        return serialized(organisation.mspId(), credential);
    }
}
