package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.fabric.channel.ExternalBuilder;
import io.provenant.network.fabric.channel.Lifecycle;
import io.provenant.network.fabric.channel.Operator;
import io.provenant.network.fabric.node.NetworkFile;
import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The steps of a chaincode's life on a network that is up, each as the operator of one organisation takes it. A step that
 * fails leaves what was there.
 */
public final class ChaincodeSteps {

    private final FabricSettings founding;
    private final NetworkKeeper keeper;

    /**
     * The steps on a network.
     *
     * @param founding the settings that it was brought up with
     * @param keeper whoever holds it up
     */
    public ChaincodeSteps(FabricSettings founding, NetworkKeeper keeper) {
        this.founding = founding;
        this.keeper = keeper;
    }

    /** Installs a package on an organisation's peer and starts its service there; gives the package id. */
    public String install(String mspId, Path packageFile, List<String> command) {
        String label = ChaincodePackage.read(packageFile).label();
        CodeLabel.parse(label);
        PeerPlace peer = operator(mspId).peer();
        boolean wasServed = Services.of(peer).labels().contains(label);
        Services.of(peer).put(label, command);
        try {
            NetworkPlan plan = plan();
            ExternalBuilder.writeConnection(plan, peer, label);
            keeper.follow();
            return operator(mspId).install(packageFile);
        } catch (FabricException e) {
            if (!wasServed) {
                Services.of(peer).remove(label);
                keeper.follow();
            }
            throw e;
        }
    }

    /** The package of a chaincode's version that is installed on an organisation's peer. */
    public String installed(String mspId, String name, String version) {
        List<String> ids = operator(mspId).installed();
        List<String> fitting = ids.stream()
                .filter(id -> id.startsWith(name + "_" + version + "_") || id.startsWith(name + "_" + version + ":"))
                .toList();
        if (fitting.size() != 1) {
            throw new FabricException(mspId + " has " + (fitting.isEmpty() ? "no package" : "several packages") + " of "
                    + name + " " + version + " installed: " + ids
                    + "\nnext: " + (fitting.isEmpty() ? "install it first" : "say which one, with --package-id"));
        }
        return fitting.get(0);
    }

    /** Approves a definition for an organisation, which runs it from this package. */
    public void approve(String mspId, Definition definition, String packageId) {
        Operator operator = operator(mspId);
        operator.requireInstalled(packageId);
        operator.approve(definition, packageId);
    }

    /** Which organisations have approved exactly this. */
    public SortedMap<String, Boolean> readiness(String mspId, Definition definition) {
        return operator(mspId).readiness(definition);
    }

    /** Commits a definition with the signatures of those who have a voice and approved it. */
    public void commit(String mspId, Definition definition) {
        NetworkPlan plan = plan();
        Operator operator = operator(mspId);
        SortedMap<String, Boolean> approvals = operator.readiness(definition);
        List<PeerPlace> endorsers = Lifecycle.endorsers(plan).stream()
                .filter(peer -> approvals.getOrDefault(peer.mspId(), false))
                .toList();
        if (endorsers.isEmpty()) {
            throw new FabricException("commit " + definition.name() + ": nobody has approved exactly this, " + approvals
                    + "\nnext: have two organisations with a voice approve version " + definition.version()
                    + ", sequence "
                    + definition.sequence());
        }
        try {
            operator.commit(definition, operator.committed(definition.name()), endorsers);
        } catch (FabricException e) {
            throw new FabricException(e.getMessage() + "\napproved exactly this: " + approvals, e);
        }
        Lifecycle.running(plan, definition.name()).stream()
                .findFirst()
                .ifPresent(label ->
                        NetworkFile.read(founding.folder()).orElseThrow().run(label));
    }

    /** Ends services of versions that are in force no more. */
    public void retire(String name) {
        Lifecycle.retire(plan(), name);
        keeper.follow();
    }

    /**
     * The definition that this version would be: what is committed, where it is that; else the next sequence.
     *
     * @param collections absent: those that the network was started with, for Fabric lets none be left out
     */
    public Definition definition(String mspId, String name, String version, Optional<Path> collections) {
        NetworkFile.require(founding).requireNobodyLeaves();
        long committed = operator(mspId)
                .committed(name)
                .map(now -> now.version().equals(version) ? now.sequence() - 1 : now.sequence())
                .orElse(0L);
        return new Definition(
                name,
                version,
                committed + 1,
                Quorum.of(plan().settings().members()).ofPeers(),
                collections.or(() -> foundingCollections(name)));
    }

    private Optional<Path> foundingCollections(String name) {
        return founding.chaincodes().stream()
                .filter(chaincode -> chaincode.name().equals(name))
                .findFirst()
                .flatMap(chaincode -> Lifecycle.definition(plan(), chaincode, 1).collections());
    }

    /** The operator of an organisation. */
    public Operator operator(String mspId) {
        return Operator.of(plan(), mspId);
    }

    NetworkPlan plan() {
        return NetworkPlan.of(founding);
    }
}
