package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.CodeLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The background process: holds a network up until it is asked to end, and says where everything is. */
final class Serving {

    static final String FOLLOW = "follow";
    static final String AWAIT_READINESS = "await readiness";

    private final NetworkOptions options;
    private final Supervisor supervisor;

    Serving(NetworkOptions options, Supervisor supervisor) {
        this.options = options;
        this.supervisor = supervisor;
    }

    void run() throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Requests requests = new Requests(options.folder(), () -> true);
        requests.clear();
        try (FabricNetwork network = FabricNetwork.up(options.settings(System.getenv()))) {
            CountDownLatch asked = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(asked, stopped)));
            say(network);
            keepClasses(network);
            requests.serve(request -> answer(request, network), asked);
        } finally {
            supervisor.clear();
            stopped.countDown();
        }
    }

    private void answer(String request, FabricNetwork network) {
        switch (request) {
            case FOLLOW -> {
                network.follow();
                say(network);
            }
            case AWAIT_READINESS -> network.awaitReadiness();
            default -> throw new FabricException("the network does not understand \"" + request + "\"");
        }
    }

    private void say(FabricNetwork network) {
        try {
            Files.write(supervisor.endpoints(), describe(network));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + supervisor.endpoints(), e);
        }
    }

    /** Once the network is up, nobody waits for this: the services of its next start take half the time. */
    private void keepClasses(FabricNetwork network) {
        Thread keeping = new Thread(
                () -> network.settings()
                        .chaincodes()
                        .forEach(chaincode -> options.service(CodeLabel.parse(chaincode.label()))
                                .keepClasses(
                                        network.plan().peers().get(0),
                                        ChaincodePackage.of(chaincode.label()).id(),
                                        network.plan().log("classes"))),
                "classes");
        keeping.setDaemon(true);
        keeping.start();
    }

    /** A signal asks the main thread to stop the network in order, and keeps this JVM until that is done. */
    private static void awaitStop(CountDownLatch asked, CountDownLatch stopped) {
        asked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> describe(FabricNetwork network) {
        FabricSettings settings = network.settings();
        List<String> lines = new ArrayList<>();
        lines.add("channel " + settings.channel() + ", " + settings.consensus() + " with " + settings.orderers()
                + " orderer(s), Fabric " + settings.binaries().version());
        lines.addAll(network.remarks());
        for (MemberSettings member : settings.members()) {
            lines.add(
                    member.hasPeer()
                            ? "gateway of " + member.mspId() + ": " + network.gatewayAddress(member.mspId())
                                    + ", TLS root " + network.gatewayTlsRoot(member.mspId())
                            : "member " + member.mspId() + ", without a peer");
        }
        network.states().forEach(state -> lines.add(state.text()));
        return lines;
    }
}
