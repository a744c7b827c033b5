package io.provenant.network.embedded.access;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** The organisations of a channel and their policies. */
public interface Membership {

    /** The member behind a serialized identity; empty for an unknown organisation, a foreign or a roleless certificate. */
    Optional<Member> find(ByteString serializedIdentity);

    /** The organisation whose authority issued the certificate of an identity, be it a member's or not. */
    Optional<String> issuer(ByteString serializedIdentity);

    /** The end of the certificate in an identity, whoever issued it; empty where there is none that can be read. */
    Optional<Instant> expiresAt(ByteString serializedIdentity);

    /** Whether the signers satisfy a signature policy, each of them counted once. */
    boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<Member> signers);

    /** Whether the channel's {@code Writers} let the member write. */
    boolean isWriter(Member member);

    /** Whether the channel's {@code Readers} let the member read. */
    boolean isReader(Member member);

    /** The organisations that may keep private data and endorse. */
    SortedSet<String> applicationMspIds();
}
