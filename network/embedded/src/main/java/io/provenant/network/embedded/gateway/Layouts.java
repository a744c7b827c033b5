package io.provenant.network.embedded.gateway;

import io.provenant.network.embedded.access.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.ChaincodeInterest;

/** Which peers together satisfy every policy that a transaction falls under, as Fabric's discovery works it out. */
final class Layouts {

    private final ChaincodePolicies policies;
    private final Membership membership;
    private final PeerDirectory directory;

    Layouts(ChaincodePolicies policies, Membership membership, PeerDirectory directory) {
        this.policies = policies;
        this.membership = membership;
        this.directory = directory;
    }

    /** The smallest sets of peers; where there is none, the exception says why in discovery's words. */
    List<Set<GatewayPeer>> forInterest(String channel, ChaincodeInterest interest) {
        List<GatewayPeer> peers = authorised(channel, interest);
        requireSatisfiableKeyPolicies(interest);
        List<Set<GatewayPeer>> layouts = List.of(Set.of());
        for (SignaturePolicyEnvelope policy : required(interest)) {
            layouts = merged(layouts, satisfying(policy, peers));
        }
        if (layouts.isEmpty()) {
            throw new UnplannableException("no peer combination can satisfy the endorsement policy");
        }
        List<Set<GatewayPeer>> installed = layouts.stream()
                .filter(layout ->
                        layout.stream().allMatch(peer -> peer.endorser().hasChaincode()))
                .toList();
        if (installed.isEmpty()) {
            throw new UnplannableException("required chaincodes are not installed on sufficient peers");
        }
        return installed;
    }

    private static void requireSatisfiableKeyPolicies(ChaincodeInterest interest) {
        boolean areSatisfiable = interest.getChaincodesList().stream()
                .flatMap(call -> call.getKeyPoliciesList().stream())
                .noneMatch(policy -> PolicyCombinations.of(policy).isEmpty());
        if (!areSatisfiable) {
            throw new UnplannableException("state based endorsement policy cannot be satisfied");
        }
    }

    /** Peers without the right to a collection are left out where private data was read or has to be protected. */
    private List<GatewayPeer> authorised(String channel, ChaincodeInterest interest) {
        Predicate<GatewayPeer> isAuthorised = peer -> true;
        for (ChaincodeCall call : interest.getChaincodesList()) {
            if (!policies.isKnown(channel, call.getName())) {
                throw new UnplannableException(
                        "No metadata was found for chaincode " + call.getName() + " in channel " + channel);
            }
            if (!call.getNoPrivateReads()) {
                for (String collection : call.getCollectionNamesList()) {
                    isAuthorised = isAuthorised.and(peer -> isMember(peer, collection));
                }
            }
        }
        return directory.running().stream().filter(isAuthorised).toList();
    }

    private boolean isMember(GatewayPeer peer, String collection) {
        Optional<SignaturePolicyEnvelope> members = policies.members(collection);
        return members.isPresent()
                && members.get().getIdentitiesList().stream().anyMatch(principal -> isMet(principal, peer));
    }

    private List<SignaturePolicyEnvelope> required(ChaincodeInterest interest) {
        Set<SignaturePolicyEnvelope> required = new LinkedHashSet<>();
        for (ChaincodeCall call : interest.getChaincodesList()) {
            if (call.getCollectionNamesCount() > 0) {
                call.getCollectionNamesList().forEach(name -> required.add(policies.collectionPolicy(name)));
            } else if (!call.getDisregardNamespacePolicy()) {
                required.add(policies.chaincodePolicy());
            }
            required.addAll(call.getKeyPoliciesList());
        }
        return List.copyOf(required);
    }

    private List<Set<GatewayPeer>> satisfying(SignaturePolicyEnvelope policy, List<GatewayPeer> peers) {
        List<Set<GatewayPeer>> layouts = new ArrayList<>();
        for (List<MSPPrincipal> combination : PolicyCombinations.of(policy)) {
            layout(combination, peers).ifPresent(layouts::add);
        }
        return layouts;
    }

    private Optional<Set<GatewayPeer>> layout(List<MSPPrincipal> combination, List<GatewayPeer> peers) {
        Map<MSPPrincipal, Integer> quantities = new LinkedHashMap<>();
        combination.forEach(principal -> quantities.merge(principal, 1, Integer::sum));
        Set<GatewayPeer> layout = new LinkedHashSet<>();
        for (Map.Entry<MSPPrincipal, Integer> quantity : quantities.entrySet()) {
            List<GatewayPeer> fitting = peers.stream()
                    .filter(peer -> isMet(quantity.getKey(), peer))
                    .limit(quantity.getValue())
                    .toList();
            if (fitting.size() < quantity.getValue()) {
                return Optional.empty();
            }
            layout.addAll(fitting);
        }
        return layout.isEmpty() ? Optional.empty() : Optional.of(layout);
    }

    private boolean isMet(MSPPrincipal principal, GatewayPeer peer) {
        SignaturePolicyEnvelope policy = SignaturePolicyEnvelope.newBuilder()
                .addIdentities(principal)
                .setRule(SignaturePolicy.newBuilder().setSignedBy(0))
                .build();
        return membership.isSatisfied(policy, List.of(peer.endorser().member()));
    }

    /** Every set of the one with every set of the other, without those that contain a smaller one. */
    private static List<Set<GatewayPeer>> merged(List<Set<GatewayPeer>> some, List<Set<GatewayPeer>> others) {
        Set<Set<GatewayPeer>> unions = new LinkedHashSet<>();
        for (Set<GatewayPeer> one : some) {
            for (Set<GatewayPeer> other : others) {
                Set<GatewayPeer> union = new LinkedHashSet<>(one);
                union.addAll(other);
                unions.add(union);
            }
        }
        return unions.stream()
                .filter(union -> unions.stream()
                        .noneMatch(smaller -> smaller.size() < union.size() && union.containsAll(smaller)))
                .toList();
    }
}
