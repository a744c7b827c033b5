package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * The application organisations of a channel, each with the usual policies of its own: readers are its admins, peers
 * and clients, writers its admins and clients. The channel's {@code Readers} and {@code Writers} are any of these.
 */
public final class MspMembership implements Membership {

    private static final int REMEMBERED = 1000;

    private final Map<String, Msp> organisations = new TreeMap<>();
    private final List<SignaturePolicyEnvelope> readers;
    private final List<SignaturePolicyEnvelope> writers;
    private final RecentMembers recent = new RecentMembers(REMEMBERED);

    private MspMembership(Collection<Msp> organisations) {
        for (Msp organisation : organisations) {
            if (this.organisations.put(organisation.mspId(), organisation) != null) {
                throw new MspException("the MSP id " + organisation.mspId() + " stands for two organisations");
            }
        }
        this.readers = policies("OR('{}.admin', '{}.peer', '{}.client')");
        this.writers = policies("OR('{}.admin', '{}.client')");
    }

    public static MspMembership of(Collection<Msp> organisations) {
        return new MspMembership(organisations);
    }

    @Override
    public Optional<Member> find(ByteString serializedIdentity) {
        return identity(serializedIdentity).map(Member.class::cast);
    }

    @Override
    public Optional<String> issuer(ByteString serializedIdentity) {
        return mspId(serializedIdentity)
                .map(organisations::get)
                .filter(organisation -> organisation.hasIssued(serializedIdentity))
                .map(Msp::mspId);
    }

    @Override
    public Optional<Instant> expiresAt(ByteString serializedIdentity) {
        try {
            ByteString certificate =
                    SerializedIdentity.parseFrom(serializedIdentity).getIdBytes();
            return Certificates.find(certificate)
                    .map(found -> found.getNotAfter().toInstant());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<Member> signers) {
        List<MspIdentity> identities = new ArrayList<>();
        signers.forEach(signer -> identity(signer.serialized()).ifPresent(identities::add));
        return SignaturePolicyEvaluation.isSatisfied(policy, identities);
    }

    @Override
    public boolean isWriter(Member member) {
        return meetsAny(writers, member);
    }

    @Override
    public boolean isReader(Member member) {
        return meetsAny(readers, member);
    }

    @Override
    public SortedSet<String> applicationMspIds() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(organisations.keySet()));
    }

    private boolean meetsAny(Collection<SignaturePolicyEnvelope> policies, Member member) {
        return ImplicitMeta.isSatisfied(
                ImplicitMetaPolicy.Rule.ANY, policies, policy -> isSatisfied(policy, List.of(member)));
    }

    private List<SignaturePolicyEnvelope> policies(String pattern) {
        return organisations.keySet().stream()
                .map(mspId -> PolicyText.parse(pattern.replace("{}", mspId)))
                .toList();
    }

    private Optional<MspIdentity> identity(ByteString serialized) {
        Optional<MspIdentity> remembered = recent.find(serialized);
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<MspIdentity> found =
                mspId(serialized).map(organisations::get).flatMap(organisation -> organisation.find(serialized));
        found.ifPresent(recent::add);
        return found;
    }

    private static Optional<String> mspId(ByteString serialized) {
        try {
            return Optional.of(SerializedIdentity.parseFrom(serialized).getMspid());
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
