package io.provenant.gateway.ledger.fabric;

import io.grpc.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * Why a call of the peer's gateway service failed, told by the texts that a peer of Fabric 3.1 gives.
 *
 * @param refusal the refusal by the rules, where that is the cause
 */
record GatewayFault(Kind kind, String text, Optional<RefusalMessage> refusal) {

    enum Kind {
        /** The chaincode said no. */
        REFUSED,
        /** Endorsers gave different results: one of them had not the newest block yet. */
        DISAGREEMENT,
        /** The peer's limit of calls is reached: a moment later there is room. */
        BUSY,
        /** The own peer refused the request before it went any further, and would again. */
        NOT_ACCEPTED,
        /** The certificate that signs has expired. */
        EXPIRED,
        /** Every orderer that answered refused the envelope for what it is; another one may have taken it before. */
        DENIED,
        /** All else: nobody knows how far it went. */
        UNKNOWN
    }

    private static final String MISMATCH = "ProposalResponsePayloads do not match";
    private static final String SECOND_PHASE = "failed to collect enough transaction endorsements";
    private static final String TOO_MANY = "too many requests";
    private static final String EXPIRED = "client identity expired";
    private static final String ORDERER = "from orderer: status=";
    private static final List<String> DENIALS = List.of("BAD_REQUEST", "FORBIDDEN", "REQUEST_ENTITY_TOO_LARGE");

    /** True if the same envelope will most likely be refused again; what was sent before may have been taken all the same. */
    boolean isRefusal() {
        return kind == Kind.NOT_ACCEPTED || kind == Kind.EXPIRED || kind == Kind.DENIED;
    }

    static GatewayFault of(GatewayException failure) {
        Status status = failure.getStatus();
        String description = Optional.ofNullable(status.getDescription()).orElse("");
        List<String> details = failure.getDetails().stream()
                .map(ErrorDetail::getMessage)
                .distinct()
                .toList();
        Optional<RefusalMessage> refusal = Stream.concat(details.stream(), Stream.of(description))
                .flatMap(text -> RefusalMessage.in(text).stream())
                .findFirst();
        Kind kind = kind(status.getCode(), description, details, refusal.isPresent());
        String told = status.getCode().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                + Stream.concat(Stream.of(description), details.stream())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
        // of an expired certificate a peer says that it reached no peer
        String text =
                kind == Kind.EXPIRED ? "the certificate that signs has expired, have it renewed (" + told + ")" : told;
        return new GatewayFault(kind, text, refusal);
    }

    private static Kind kind(Status.Code code, String description, List<String> details, boolean refused) {
        if (details.stream().anyMatch(detail -> detail.contains(MISMATCH)) || description.contains(MISMATCH)) {
            return Kind.DISAGREEMENT;
        }
        if (refused) {
            // The first endorser said yes, another one no: their states differ.
            return description.contains(SECOND_PHASE) ? Kind.DISAGREEMENT : Kind.REFUSED;
        }
        if (description.contains(TOO_MANY)) {
            return Kind.BUSY;
        }
        if (details.stream().anyMatch(detail -> detail.contains(EXPIRED)) || description.contains(EXPIRED)) {
            return Kind.EXPIRED;
        }
        if (isDenied(Stream.concat(details.stream(), Stream.of(description)).toList())) {
            return Kind.DENIED;
        }
        // What an orderer refuses is not among these: the peer may have sent it to another one before, and only the
        // blocks and the fence say what became of it.
        boolean refusedByPeer = code == Status.Code.INVALID_ARGUMENT || code == Status.Code.FAILED_PRECONDITION;
        return refusedByPeer ? Kind.NOT_ACCEPTED : Kind.UNKNOWN;
    }

    private static boolean isDenied(List<String> texts) {
        List<String> answers =
                texts.stream().filter(text -> text.contains(ORDERER)).toList();
        return !answers.isEmpty()
                && answers.stream()
                        .allMatch(answer -> DENIALS.stream().anyMatch(status -> answer.contains(ORDERER + status)));
    }
}
