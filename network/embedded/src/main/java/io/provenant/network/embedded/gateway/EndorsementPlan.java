package io.provenant.network.embedded.gateway;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** The sets of peers of which one has to endorse alike, and what has been collected of them. For one thread at a time. */
final class EndorsementPlan {

    private final List<Set<GatewayPeer>> layouts;
    private final Map<GatewayPeer, Endorsement> endorsements = new LinkedHashMap<>();
    private final Set<GatewayPeer> failed = new LinkedHashSet<>();
    private final List<ErrorDetail> details = new ArrayList<>();
    private ByteString payload = ByteString.EMPTY;

    /** Those sets come first that the preferred peer is in. */
    EndorsementPlan(List<Set<GatewayPeer>> layouts, Optional<GatewayPeer> preferred) {
        this.layouts = new ArrayList<>(layouts);
        preferred.ifPresent(peer -> this.layouts.sort(
                (one, other) -> Boolean.compare(other.contains(peer), one.contains(peer)))); // a stable sort
    }

    /** The peers to ask now; empty when a set is complete or none can be completed. */
    List<GatewayPeer> next() {
        return current().stream()
                .filter(peer -> !endorsements.containsKey(peer))
                .toList();
    }

    /** Takes a peer's answer; one that differs from the first is a failure. */
    void take(Answer answer) {
        if (answer.response().isEmpty()) {
            fail(answer.peer(), answer.message());
            return;
        }
        ProposalResponse response = answer.response().get();
        if (endorsements.isEmpty()) {
            payload = response.getPayload();
        }
        if (payload.equals(response.getPayload())) {
            endorsements.put(answer.peer(), response.getEndorsement());
        } else {
            fail(answer.peer(), "ProposalResponsePayloads do not match");
        }
    }

    private void fail(GatewayPeer peer, String message) {
        failed.add(peer);
        details.add(peer.detail(message));
    }

    /** What the complete set endorsed; empty where there is none. */
    Optional<ChaincodeEndorsedAction> action() {
        Set<GatewayPeer> layout = current();
        if (layout.isEmpty() || !endorsements.keySet().containsAll(layout)) {
            return Optional.empty();
        }
        return Optional.of(ChaincodeEndorsedAction.newBuilder()
                .setProposalResponsePayload(payload)
                .addAllEndorsements(endorsements.entrySet().stream()
                        .filter(entry -> layout.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList())
                .build());
    }

    List<ErrorDetail> details() {
        return List.copyOf(details);
    }

    private Set<GatewayPeer> current() {
        return layouts.stream()
                .filter(layout -> layout.stream().noneMatch(failed::contains))
                .findFirst()
                .orElse(Set.of());
    }
}
