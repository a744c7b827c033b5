package io.provenant.network.embedded.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Runs a node as a process, from the settings file that is its one argument, until it is stopped. */
public final class NodeMain {

    private NodeMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: NodeMain <settings.json>");
            System.exit(2);
        }
        try {
            run(Path.of(arguments[0]));
        } catch (IOException | RuntimeException e) {
            System.err.println("node not started: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path file) throws IOException, InterruptedException {
        NodeSettings settings = SettingsFile.read(file);
        EmbeddedNode node = EmbeddedNode.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            stopped.countDown();
        }));
        String peers = settings.organisations().stream()
                .map(OrganisationSettings::mspId)
                .map(mspId -> mspId + "=" + node.address(mspId))
                .collect(Collectors.joining(" "));
        System.out.println(String.format(
                Locale.ROOT,
                "channel %s is ready at height %d: %s%nThis node holds the keys of all its organisations: it is for"
                        + " trying and testing, and proves nothing between them.",
                settings.channel(),
                node.ledger().height(),
                peers));
        stopped.await();
    }
}
