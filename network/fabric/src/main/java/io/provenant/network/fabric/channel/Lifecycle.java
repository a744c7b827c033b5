package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.Parallel;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings a chaincode's definition to what the settings say, as the operators of all organisations would. */
public final class Lifecycle {

    private final NetworkPlan plan;
    private final ChaincodeSettings chaincode;
    private final ChaincodePackage code;
    private final List<Operator> operators;

    private Lifecycle(NetworkPlan plan, ChaincodeSettings chaincode) {
        this.plan = plan;
        this.chaincode = chaincode;
        this.code = ChaincodePackage.of(chaincode.label());
        this.operators =
                plan.peers().stream().map(peer -> new Operator(plan, peer)).toList();
    }

    /**
     * Installs, approves and commits where the channel has no definition; one that it has stays, for a next one is what
     * organisations agree on and no start is.
     *
     * @return the label of the package that the channel runs it from
     */
    public static String apply(NetworkPlan plan, ChaincodeSettings chaincode) {
        Lifecycle lifecycle = new Lifecycle(plan, chaincode);
        Optional<Operator.Committed> committed = lifecycle.operators.get(0).committed(chaincode.name());
        if (committed.isPresent()) {
            List<String> running = running(plan, chaincode.name());
            if (!running.isEmpty() && !running.contains(chaincode.label())) {
                return running.get(0);
            }
            lifecycle.inParallel(lifecycle::install);
        } else {
            lifecycle.inParallel(lifecycle::install);
            lifecycle.define(committed);
        }
        return chaincode.label();
    }

    /** The labels of the packages that organisations approved for what is committed, those of voices first. */
    public static List<String> running(NetworkPlan plan, String name) {
        return Stream.concat(endorsers(plan).stream(), plan.peers().stream())
                .distinct()
                .parallel()
                .map(peer -> approvedLabel(new Operator(plan, peer), name))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> approvedLabel(Operator operator, String name) {
        return operator.committed(name)
                .flatMap(now -> operator.approvedPackage(name, now.sequence()))
                .map(id -> id.substring(0, id.indexOf(':')));
    }

    /** Has all organisations agree on the next sequence, as after a change of the policy alone. */
    public static void next(NetworkPlan plan, ChaincodeSettings chaincode) {
        Lifecycle lifecycle = new Lifecycle(plan, chaincode);
        lifecycle.inParallel(lifecycle::install);
        lifecycle.define(lifecycle.operators.get(0).committed(chaincode.name()));
    }

    /**
     * Installs a chaincode on one more peer.
     *
     * @param isApproved whether its organisation approves what is committed, too
     */
    public static void bring(NetworkPlan plan, PeerPlace peer, ChaincodeSettings chaincode, boolean isApproved) {
        Operator operator = new Operator(plan, peer);
        String id = operator.install(
                ChaincodePackage.of(chaincode.label()).write(operator.peer().packages()));
        if (isApproved) {
            operator.committed(chaincode.name())
                    .ifPresent(now -> operator.approve(definition(plan, chaincode, now.sequence()), id));
        }
    }

    /** Ends the services of packages from which their organisations do not run what is committed. */
    public static void retire(NetworkPlan plan, String name) {
        Parallel.each(plan.peers(), peer -> {
            List<String> labels = Services.of(peer).labels().stream()
                    .filter(label -> label.startsWith(name + "_"))
                    .toList();
            if (labels.size() > 1) {
                Operator operator = new Operator(plan, peer);
                String approved = operator.committed(name)
                        .flatMap(committed -> operator.approvedPackage(name, committed.sequence()))
                        .orElse("");
                labels.stream()
                        .filter(label -> !approved.isEmpty() && !approved.startsWith(label + ":"))
                        .forEach(label -> Services.of(peer).remove(label));
            }
        });
    }

    private void define(Optional<Operator.Committed> before) {
        long sequence = before.map(Operator.Committed::sequence).orElse(0L) + 1;
        Definition definition = definition(plan, chaincode, sequence);
        inParallel(operator -> operator.approve(definition, code.id()));
        operators.get(0).commit(definition, before, endorsers(plan));
    }

    /** What the settings mean as this sequence. */
    public static Definition definition(NetworkPlan plan, ChaincodeSettings chaincode, long sequence) {
        return new Definition(
                chaincode.name(),
                chaincode.version(),
                sequence,
                chaincode.endorsementPolicy(),
                chaincode.collections().map(json -> writeCollections(plan, chaincode, json)));
    }

    /** The peers that sign for the market: those of organisations with a voice. */
    public static List<PeerPlace> endorsers(NetworkPlan plan) {
        Set<String> voices = plan.settings().members().stream()
                .filter(member -> member.voice() != Voice.NONE)
                .map(MemberSettings::mspId)
                .collect(Collectors.toSet());
        return plan.peers().stream()
                .filter(peer -> voices.contains(peer.mspId()))
                .toList();
    }

    private void inParallel(Consumer<Operator> step) {
        Parallel.each(operators, step);
    }

    private void install(Operator operator) {
        operator.install(code.write(operator.peer().packages()));
    }

    private static Path writeCollections(NetworkPlan plan, ChaincodeSettings chaincode, String json) {
        Path file = plan.settings().folder().resolve("channel").resolve(chaincode.label() + ".collections.json");
        try {
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new FabricException("cannot write the collections of " + chaincode.name(), e);
        }
    }
}
