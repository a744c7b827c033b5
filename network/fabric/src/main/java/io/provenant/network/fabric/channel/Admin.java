package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.node.NetworkPlan;
import io.provenant.network.fabric.node.OrdererPlace;
import io.provenant.network.fabric.node.PeerPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an organisation's admin does about the channel's configuration; each step one command of the program {@code peer}. */
public final class Admin {

    private final NetworkPlan plan;
    private final PeerPlace place;
    private final PeerCommands commands;

    public Admin(NetworkPlan plan, PeerPlace place) {
        this.plan = plan;
        this.place = place;
        this.commands = new PeerCommands(plan.settings().binaries(), place);
    }

    /** Fetches the newest block of the configuration from an orderer. */
    public void fetchConfig(Path block) {
        List<String> arguments = fetch(block);
        arguments.addAll(orderer());
        run("fetch the channel's configuration for " + place.mspId(), arguments);
    }

    /** Fetches the newest block of the configuration that this organisation's peer has. */
    public void fetchConfigOfPeer(Path block) {
        run("fetch the channel's configuration from " + place.name(), fetch(block));
    }

    /** Puts this admin's signature to a change. */
    public void sign(Path envelope) {
        run("sign for " + place.mspId(), List.of("signconfigtx", "-f", envelope.toString()));
    }

    /** Signs a change and sends it to the orderers. */
    public void update(Path envelope, String what) {
        List<String> arguments = new ArrayList<>(List.of(
                "update", "-f", envelope.toString(), "-c", plan.settings().channel()));
        arguments.addAll(orderer());
        run(what, arguments);
    }

    private List<String> fetch(Path block) {
        return new ArrayList<>(List.of(
                "fetch", "config", block.toString(), "-c", plan.settings().channel()));
    }

    private List<String> orderer() {
        OrdererPlace orderer = plan.orderers().get(0);
        return List.of(
                "-o",
                orderer.address(),
                "--tls",
                "--cafile",
                orderer.tls().resolve("ca.crt").toString());
    }

    private void run(String what, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("channel"));
        all.addAll(arguments);
        Command.Result result = commands.attempt(all);
        if (result.status() != 0) {
            throw Refusal.of(what, result);
        }
    }
}
