package io.provenant.network.fabric;

import io.provenant.network.fabric.membership.Membership;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command behind {@code scripts/network}. {@code up} leaves the network to a supervisor in the background, with
 * which it ends. Exit status 0: done; 1: the network cannot do it; 2: the command line is wrong.
 */
public final class NetworkMain {

    private static final String CHAINCODE = "chaincode ";

    /** What changes the network; one of them at a time. Stopping waits for nobody. */
    private static final List<String> CHANGES = List.of("up", CHAINCODE, "add-", "remove-", "reset");

    private final NetworkOptions options;
    private final Supervisor supervisor;
    private final PrintStream out;

    private NetworkMain(NetworkOptions options, PrintStream out) {
        this.options = options;
        this.supervisor = new Supervisor(options.folder());
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        try {
            int words = Math.min(arguments.size(), arguments.indexOf("chaincode") == 0 ? 2 : 1);
            NetworkOptions options = NetworkOptions.parse(arguments.subList(words, arguments.size()));
            String command = String.join(" ", arguments.subList(0, words));
            CommandOptions.require(command, options);
            return new NetworkMain(options, out).run(command);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            return 2;
        } catch (FabricException | IOException | UncheckedIOException e) {
            errors.println(Reasons.of(e));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int run(String command) throws IOException, InterruptedException {
        if (CHANGES.stream().anyMatch(command::startsWith) && Files.isDirectory(options.folder())) {
            FolderLock turn = FolderLock.takeTurn(
                    options.folder(),
                    () -> out.println("another command is changing the network; this one waits for its end"));
            try (turn) {
                return runAlone(command);
            }
        }
        return runAlone(command);
    }

    private int runAlone(String command) throws IOException, InterruptedException {
        if (command.startsWith(CHAINCODE)) {
            new ChaincodeCommands(options, new ChaincodeSteps(settings(), keeper()), out)
                    .run(command.substring(CHAINCODE.length()));
            return 0;
        }
        return switch (command) {
            case "up" -> new UpCommand(options, supervisor, out).run();
            case "serve" -> serve();
            case "down" -> down();
            case "status" -> new StatusCommand(options, supervisor, out).run();
            case "reset" -> reset();
            case "logs" -> logs();
            case "add-member" -> add(Voice.NONE);
            case "add-exchange" -> add(Voice.EXCHANGES);
            case "remove-member" -> remove();
            default ->
                throw new IllegalArgumentException(
                        "the command is up, down, status, reset, logs, chaincode, add-member, add-exchange or"
                                + " remove-member, not \"" + command + "\"");
        };
    }

    /** What the folder holds, for commands that need a network that is up. */
    private FabricSettings settings() throws IOException {
        if (supervisor.find().isEmpty() || !Files.exists(supervisor.endpoints())) {
            throw new FabricException(
                    "no network is up in " + options.folder() + "\nnext: start it, scripts/network up");
        }
        return options.settings(System.getenv());
    }

    private NetworkKeeper keeper() {
        return new AskedKeeper(options.folder(), supervisor);
    }

    private MemberCommands members() throws IOException {
        return new MemberCommands(options, new Membership(settings(), keeper()), out);
    }

    private int add(Voice voice) throws IOException {
        members().add(voice);
        return 0;
    }

    private int remove() throws IOException {
        members().remove();
        return 0;
    }

    private int serve() throws IOException, InterruptedException {
        new Serving(options, supervisor).run();
        return 0;
    }

    private int down() throws IOException, InterruptedException {
        out.println(
                supervisor.stop()
                        ? "the network is down; its data stays in " + options.folder()
                        : "no network is up in " + options.folder());
        return 0;
    }

    private int reset() throws IOException, InterruptedException {
        if (!Files.exists(options.folder())) {
            return 0;
        }
        supervisor.stop();
        List<Path> left = new FolderReset(options.folder()).run();
        out.println("the network and its keys in " + options.folder() + " are gone");
        if (!left.isEmpty()) {
            out.println("what is not the network's stays: " + left);
        }
        return 0;
    }

    private int logs() throws IOException {
        Path logs = options.folder().resolve("logs");
        if (!Files.isDirectory(logs)) {
            throw new FabricException("there are no logs in " + options.folder());
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                out.println("== " + file);
                out.print(Files.readString(file));
            }
        }
        return 0;
    }
}
