package io.provenant.gateway.doctor;

import static io.provenant.gateway.doctor.Findings.require;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.doctor.Finding.State;
import io.provenant.gateway.ledger.identity.RoleKey;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.X509Identity;

/** Examines the channel and the chaincode behind a peer that takes connections, as the gateway's own person. */
public final class Ledger {

    private static final String CLOCK = "clock of the peer";
    private static final Duration APART = Duration.ofMinutes(1);

    private final Question question;
    private final Channel peer;
    private final RoleKey key;
    private final Duration patience;
    private final Clock clock;

    /**
     * What is asked for.
     *
     * @param attesters whom attestations are asked of; empty: whom the policy asks for
     * @param enough how many of them must answer
     * @param tlsClientHash of the TLS client certificate, where the peer asks for one
     */
    public record Question(
            String channel, String chaincode, List<String> attesters, int enough, Optional<byte[]> tlsClientHash) {

        /** Copies the organisations in. */
        public Question {
            attesters = List.copyOf(attesters);
        }
    }

    /** Asks over this connection, with this key. */
    public Ledger(Question question, Channel peer, RoleKey key, Duration patience, Clock clock) {
        this.question = question;
        this.peer = peer;
        this.key = key;
        this.patience = patience;
        this.clock = clock;
    }

    /** Examines everything, as far as each step allows the next. */
    public void examine(Findings findings, SortedMap<String, RoleKey> certificates) {
        List<ChannelConfig> config = new ArrayList<>();
        findings.examine("blocks of " + question.channel(), () -> {
            config.add(config());
            return "come; organisations: " + config.get(0).members().keySet();
        });
        config.forEach(found -> certificates.forEach((name, certificate) ->
                findings.examine(name + " on the channel", () -> RoleCertificate.onChannel(certificate, found))));
        try (Gateway gateway = connect()) {
            Chaincode chaincode = new Chaincode(gateway, question.channel(), question.chaincode(), clock);
            findings.add(clock(chaincode));
            CollectionCheck.definition(gateway.getNetwork(question.channel()), question.chaincode())
                    .ifPresent(definition ->
                            findings.examine("own collection", () -> CollectionCheck.own(definition, key.mspId())));
            if (findings.examine("chaincode at the own peer", () -> code(chaincode.own()))) {
                config.forEach(found -> everywhere(findings, chaincode, found));
            }
        }
    }

    private ChannelConfig config() throws GeneralSecurityException {
        return new BlockRequest(peer, question.channel(), key, question.tlsClientHash(), patience, clock).config();
    }

    private static Finding clock(Chaincode chaincode) {
        try {
            return chaincode
                    .skew()
                    .map(Ledger::clock)
                    .orElseGet(() -> new Finding(CLOCK, State.NOTE, "not told, since no chaincode was there to ask"));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a proposal made here cannot be read", e);
        }
    }

    private static Finding clock(Duration ahead) {
        long apart = ahead.abs().toSeconds();
        if (ahead.abs().compareTo(APART) < 0) {
            return new Finding(CLOCK, State.OK, "agrees to " + Math.max(1, apart) + " s");
        }
        String where = ahead.isNegative() ? "behind" : "ahead of";
        return new Finding(
                CLOCK,
                State.PROBLEM,
                "is " + apart + " s " + where
                        + " this machine's; a peer takes nothing that is more than 15 minutes off:"
                        + " set the clocks (NTP)");
    }

    private void everywhere(Findings findings, Chaincode chaincode, ChannelConfig config) {
        boolean isEnough = findings.examine("endorsement by enough", () -> {
            chaincode.endorsed();
            return "the policy of " + question.chaincode() + " can be met";
        });
        SortedMap<String, String> digests = new TreeMap<>();
        for (String mspId : config.members().keySet()) {
            findings.add(at(mspId, chaincode, digests, isEnough));
        }
        findings.examine("code of the organisations", () -> same(digests));
    }

    // Who need not endorse need not run the chaincode either.
    private Finding at(String mspId, Chaincode chaincode, SortedMap<String, String> digests, boolean isEnough) {
        String what = "chaincode at " + mspId;
        try {
            JsonObject answer = chaincode.endorsed(mspId);
            digests.put(mspId, answer.text("codeSha256"));
            return new Finding(what, State.OK, code(answer));
        } catch (IllegalArgumentException e) {
            boolean isNeeded = !isEnough || question.attesters().contains(mspId);
            return new Finding(what, isNeeded ? State.PROBLEM : State.NOTE, String.valueOf(e.getMessage()));
        }
    }

    private String same(SortedMap<String, String> digests) {
        require(
                digests.values().stream().distinct().count() <= 1,
                "differs, so they refuse or contradict each other: " + digests
                        + "; agree on one chaincode.jar and install its package everywhere");
        require(
                digests.size() >= question.enough(),
                digests.size() + " organisations answer, attestations need " + question.enough()
                        + ": see the lines above, or provenant.market.attest-at-least");
        return "is one and the same at " + digests.keySet();
    }

    private static String code(JsonObject answer) {
        return "runs model version " + answer.integer("modelVersion") + ", chaincode.jar " + answer.text("codeSha256");
    }

    private Gateway connect() {
        Gateway.Builder builder = Gateway.newInstance()
                .connection(peer)
                .identity(new X509Identity(key.mspId(), key.certificate()))
                .signer(key.signer())
                .hash(Hash.SHA256)
                .evaluateOptions(o -> o.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS))
                .endorseOptions(o -> o.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS));
        question.tlsClientHash().ifPresent(builder::tlsClientCertificateHash);
        return builder.connect();
    }
}
