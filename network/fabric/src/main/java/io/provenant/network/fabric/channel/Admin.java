package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.node.NetworkPlan;
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
        send("fetch the channel's configuration for " + place.mspId(), fetch(block));
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
        send(
                what,
                List.of(
                        "update",
                        "-f",
                        envelope.toString(),
                        "-c",
                        plan.settings().channel()));
    }

    private List<String> fetch(Path block) {
        return List.of(
                "fetch", "config", block.toString(), "-c", plan.settings().channel());
    }

    private Command.Result attempt(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("channel"));
        all.addAll(arguments);
        return commands.attempt(all);
    }

    private void send(String what, List<String> arguments) {
        require(what, new Orderers(plan).run(orderer -> {
                    List<String> all = new ArrayList<>(arguments);
                    all.addAll(Orderers.arguments("-o", orderer));
                    return attempt(all);
                }));
    }

    private void run(String what, List<String> arguments) {
        require(what, attempt(arguments));
    }

    private static void require(String what, Command.Result result) {
        if (result.status() != 0) {
            throw Refusal.of(what, result);
        }
    }
}
