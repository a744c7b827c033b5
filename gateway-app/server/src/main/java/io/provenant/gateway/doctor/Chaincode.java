package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;

/** Asks the chaincode what it is, at one organisation after the other. Nothing is sent to be ordered. */
final class Chaincode {

    private static final String QUESTION = "ledger:describe";
    private static final Pattern PEER_TIME = Pattern.compile("peer time (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)");
    private static final Duration FAR = Duration.ofHours(2);

    private final Gateway gateway;
    private final Contract contract;
    private final Clock clock;

    Chaincode(Gateway gateway, String channel, String name, Clock clock) {
        this.gateway = gateway;
        this.contract = gateway.getNetwork(channel).getContract(name);
        this.clock = clock;
    }

    /** What the organisation's own peer answers. */
    JsonObject own() {
        return asked(() -> proposal().evaluate());
    }

    /** What the peer of an organisation endorses; of all that the policy asks for, where none is named. */
    JsonObject endorsed(String... organisations) {
        return asked(() -> proposal(organisations).endorse().getResult());
    }

    /** How far the peer's clock is ahead of this one: of a question that is hours old it says its time. */
    Optional<Duration> skew() throws InvalidProtocolBufferException {
        Proposal old = gateway.newProposal(aged(proposal().getBytes()));
        Instant before = clock.instant();
        try {
            old.evaluate();
            return Optional.empty();
        } catch (GatewayException e) {
            Matcher said = PEER_TIME.matcher(words(e));
            Instant now = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
            return said.find() ? Optional.of(Duration.between(now, Instant.parse(said.group(1)))) : Optional.empty();
        }
    }

    private byte[] aged(byte[] proposed) throws InvalidProtocolBufferException {
        ProposedTransaction.Builder transaction = ProposedTransaction.parseFrom(proposed).toBuilder();
        var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(
                transaction.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        Instant then = clock.instant().minus(FAR);
        ChannelHeader aged = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
                .setTimestamp(Timestamp.newBuilder().setSeconds(then.getEpochSecond()))
                .build();
        var changed = proposal.toBuilder()
                .setHeader(header.toBuilder()
                        .setChannelHeader(aged.toByteString())
                        .build()
                        .toByteString())
                .build();
        transaction
                .getProposalBuilder()
                .setProposalBytes(changed.toByteString())
                .clearSignature();
        return transaction.build().toByteArray();
    }

    private Proposal proposal(String... organisations) {
        JsonObject question =
                JsonObject.empty().with("v", 1).with("command", QUESTION).with("body", JsonObject.empty());
        Proposal.Builder builder = contract.newProposal(QUESTION).addArguments(question.canonical());
        return organisations.length == 0
                ? builder.build()
                : builder.setEndorsingOrganizations(organisations).build();
    }

    private interface Question {
        byte[] ask() throws GatewayException;
    }

    private static JsonObject asked(Question question) {
        try {
            JsonObject answer = StrictJsonReader.parseObject(question.ask());
            require(answer.has("answer"), "the chaincode answers otherwise than this product's: look at its name");
            return answer.object("answer");
        } catch (GatewayException e) {
            throw new IllegalArgumentException(PeerSays.meaning(words(e)), e);
        }
    }

    private static String words(GatewayException failure) {
        StringBuilder words = new StringBuilder(
                failure.getStatus().getCode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        Optional.ofNullable(failure.getStatus().getDescription())
                .ifPresent(text -> words.append(": ").append(text));
        failure.getDetails().stream()
                .map(ErrorDetail::getMessage)
                .distinct()
                .forEach(detail -> words.append("; ").append(detail));
        return words.toString();
    }
}
