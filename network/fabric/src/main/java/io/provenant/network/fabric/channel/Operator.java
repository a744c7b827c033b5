package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one organisation's operator does about a chaincode, with his own admin's certificate and on his own peer. Each
 * step is one command of Fabric's program {@code peer}.
 */
public final class Operator {

    private static final Pattern PACKAGE_ID = Pattern.compile("\"package_id\":\\s*\"([^\"]+)\"");
    private static final Pattern APPROVAL = Pattern.compile("\"([^\"]+)\":\\s*(true|false)");
    private static final Pattern COMMITTED =
            Pattern.compile("\"sequence\":\\s*(\\d+),\\s*\"version\":\\s*\"([^\"]*)\"");

    /** The definition that is on the channel. */
    public record Committed(long sequence, String version) {}

    private final NetworkPlan plan;
    private final PeerPlace peer;
    private final PeerCommands commands;
    private final Orderers orderers;

    public Operator(NetworkPlan plan, PeerPlace peer) {
        this.plan = plan;
        this.peer = peer;
        this.commands = new PeerCommands(plan.settings().binaries(), peer);
        this.orderers = new Orderers(plan);
    }

    /** The operator of an organisation. */
    public static Operator of(NetworkPlan plan, String mspId) {
        PeerPlace place = plan.peer(mspId);
        if (!place.isRun()) {
            throw new FabricException(mspId + " runs no peer, so there is nothing to install on or to approve by");
        }
        return new Operator(plan, place);
    }

    public PeerPlace peer() {
        return peer;
    }

    /** Installs a package file; one that is installed already is left as it is. Gives its id. */
    public String install(Path file) {
        String id = ChaincodePackage.read(file).id();
        Command.Result result = attempt(List.of("install", file.toString()));
        if (result.status() != 0 && !result.output().contains("already successfully installed (package ID '" + id)) {
            throw Refusal.of("install " + file + " on " + peer.name(), result);
        }
        return id;
    }

    /** The ids of the packages on this organisation's peer. */
    public List<String> installed() {
        return PACKAGE_ID
                .matcher(run("ask " + peer.name() + " for its packages", List.of("queryinstalled", "--output", "json")))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    /** Refuses a package that is not on this organisation's peer, for Fabric lets it be approved all the same. */
    public void requireInstalled(String packageId) {
        List<String> installed = installed();
        if (!installed.contains(packageId)) {
            throw new FabricException("approve for " + peer.mspId() + ": " + packageId + " is not installed on "
                    + peer.name() + "\nnext: install it there; installed are " + installed);
        }
    }

    /** Approves a definition for this organisation, which will run it from this package. */
    public void approve(Definition definition, String packageId) {
        List<String> arguments = new ArrayList<>(definition.arguments(channel()));
        arguments.addAll(List.of("--package-id", packageId));
        Command.Result result = send("approveformyorg", arguments);
        if (result.status() != 0 && !isApprovedAlready(result.output()) && !cameThrough(result, definition)) {
            throw Refusal.of("approve " + text(definition) + " for " + peer.mspId(), result);
        }
    }

    /** Nobody told whether it was ordered; the channel knows. */
    private boolean cameThrough(Command.Result result, Definition definition) {
        return result.output().contains("timed out waiting for txid")
                && readiness(definition).getOrDefault(peer.mspId(), false);
    }

    private static boolean isApprovedAlready(String output) {
        return output.contains("with unchanged content")
                || (output.contains("attempted to redefine the current committed sequence")
                        && !output.contains("with different parameters"));
    }

    /** Which organisations have approved exactly this definition. */
    public SortedMap<String, Boolean> readiness(Definition definition) {
        List<String> arguments = new ArrayList<>(List.of("checkcommitreadiness", "--output", "json"));
        arguments.addAll(definition.arguments(channel()));
        String output = run("ask who approved " + text(definition), arguments);
        SortedMap<String, Boolean> approvals = new TreeMap<>();
        APPROVAL.matcher(output)
                .results()
                .forEach(row -> approvals.put(row.group(1), row.group(2).equals("true")));
        return Collections.unmodifiableSortedMap(approvals);
    }

    /**
     * Commits a definition, signed by the peers of these organisations. Where the answer was lost, or sending it again
     * was refused because it had come through, the channel has the last word.
     *
     * @param before what was on the channel before
     */
    public void commit(Definition definition, Optional<Committed> before, List<PeerPlace> endorsers) {
        List<String> arguments = new ArrayList<>(definition.arguments(channel()));
        for (PeerPlace endorser : endorsers) {
            arguments.addAll(List.of("--peerAddresses", endorser.address()));
            arguments.addAll(List.of(
                    "--tlsRootCertFiles", endorser.tls().resolve("ca.crt").toString()));
        }
        Command.Result result = send("commit", arguments);
        if (result.status() != 0 && (isThis(definition, before) || !isThis(definition, committed(definition.name())))) {
            throw Refusal.of("commit " + text(definition), result);
        }
    }

    private static boolean isThis(Definition definition, Optional<Committed> committed) {
        return committed.equals(Optional.of(new Committed(definition.sequence(), definition.version())));
    }

    /** The definition on the channel; empty where there is none. */
    public Optional<Committed> committed(String name) {
        List<String> question = List.of("querycommitted", "--channelID", channel(), "--name", name, "--output", "json");
        Command.Result result = attempt(question);
        if (result.status() != 0 && result.output().contains("is not defined")) {
            return Optional.empty();
        }
        if (result.status() != 0) {
            throw Refusal.of("ask for the definition of " + name, result);
        }
        MatchResult found = COMMITTED
                .matcher(result.output())
                .results()
                .findFirst()
                .orElseThrow(
                        () -> new FabricException("cannot read the definition of " + name + ": " + result.output()));
        return Optional.of(new Committed(Long.parseLong(found.group(1)), found.group(2)));
    }

    /** The package from which this organisation runs what is committed; empty where it approved none. */
    public Optional<String> approvedPackage(String name, long sequence) {
        Command.Result result = attempt(List.of(
                "queryapproved",
                "--channelID",
                channel(),
                "--name",
                name,
                "--sequence",
                String.valueOf(sequence),
                "--output",
                "json"));
        return PACKAGE_ID
                .matcher(result.output())
                .results()
                .map(id -> id.group(1))
                .findFirst();
    }

    private String channel() {
        return plan.settings().channel();
    }

    private static String text(Definition definition) {
        return definition.name() + " " + definition.version() + ", sequence " + definition.sequence();
    }

    private String run(String what, List<String> arguments) {
        Command.Result result = attempt(arguments);
        if (result.status() != 0) {
            throw Refusal.of(what, result);
        }
        return result.output();
    }

    private Command.Result attempt(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("lifecycle", "chaincode"));
        all.addAll(arguments);
        return commands.attempt(all);
    }

    /** A step that is sent to the orderers. */
    private Command.Result send(String step, List<String> arguments) {
        return orderers.run(orderer -> {
            List<String> all = new ArrayList<>(List.of(step));
            all.addAll(Orderers.arguments("--orderer", orderer));
            all.addAll(arguments);
            return attempt(all);
        });
    }
}
