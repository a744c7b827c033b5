package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.membership.Membership;
import io.provenant.network.fabric.node.NetworkFile;
import io.provenant.network.fabric.node.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command behind {@code scripts/network}. {@code up} leaves the network to a supervisor in the background, with
 * which it ends. Exit status 0: done; 1: the network cannot do it; 2: the command line is wrong.
 */
public final class NetworkMain {

    private static final String CHAINCODE = "chaincode ";

    /** Each step of a start has its own limit and says what did not come; this one is for what nobody thought of. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(10);

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
            new ChaincodeCommands(options, new ChaincodeSteps(settings(), asked()), out)
                    .run(command.substring(CHAINCODE.length()));
            return 0;
        }
        return switch (command) {
            case "up" -> up();
            case "serve" -> serve();
            case "down" -> down();
            case "status" -> status();
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

    private MemberCommands members() throws IOException {
        return new MemberCommands(options, new Membership(settings(), asked()), out);
    }

    private int add(Voice voice) throws IOException {
        members().add(voice);
        return 0;
    }

    private int remove() throws IOException {
        members().remove();
        return 0;
    }

    /** Whoever holds the network up, asked by files. */
    private NetworkKeeper asked() {
        Requests requests = new Requests(options.folder(), () -> isHeld());
        return new NetworkKeeper() {
            @Override
            public void follow() {
                requests.ask(Serving.FOLLOW);
            }

            @Override
            public void awaitReadiness() {
                requests.ask(Serving.AWAIT_READINESS);
            }
        };
    }

    private boolean isHeld() {
        try {
            return supervisor.find().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see who holds " + options.folder(), e);
        }
    }

    private int up() throws IOException, InterruptedException {
        if (NetworkFile.read(options.folder()).isPresent()) {
            NetworkFile.require(options.network(System.getenv()));
        }
        if (supervisor.find().isPresent()) {
            out.println("the network in " + options.folder() + " is up already");
            return status();
        }
        makeFolder();
        options.network(System.getenv()); // what is wrong with the settings is said here, not in a log
        sayWhatRuns();
        supervisor.clear();
        Process serving = new ProcessBuilder(ownCommand())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(supervisor.log().toFile())
                .start();
        boolean isSettled =
                Waiting.within(START_PATIENCE, () -> Files.exists(supervisor.endpoints()) || !serving.isAlive());
        if (!isSettled) {
            supervisor.stop(); // else it might come up after it was called a failure
            out.println(
                    "the network did not come up within " + START_PATIENCE.toMinutes() + " minutes and was stopped");
        }
        if (!serving.isAlive()) {
            out.print(Files.readString(supervisor.log()));
            return 1;
        }
        out.print(Files.readString(supervisor.endpoints()));
        return 0;
    }

    private void makeFolder() {
        try {
            Files.createDirectories(options.folder().resolve("logs"));
            Files.writeString(supervisor.log(), "");
        } catch (IOException e) {
            throw new FabricException(
                    "cannot write to the folder " + options.folder() + ": give it to this user, or name another one"
                            + " with --folder",
                    e);
        }
    }

    /** A network goes on with the chaincode that it runs; another one comes to it by its life cycle only. */
    private void sayWhatRuns() throws IOException {
        for (String label :
                NetworkFile.read(options.folder()).map(NetworkFile::chaincodes).orElse(List.of())) {
            Path kept = options.service(CodeLabel.parse(label)).jar();
            if (options.optional("jar").isPresent() && Files.mismatch(options.jar(), kept) != -1) {
                out.println("the network goes on with " + label + ";\n" + options.jar()
                        + " is another one, which comes to it by: scripts/network chaincode upgrade");
            }
        }
    }

    /** The background process starts from the classes of its last run, or keeps them at its end. */
    private List<String> ownCommand() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-XX:SharedArchiveFile="))
                .forEach(command::add);
        String classPath = System.getProperty("java.class.path");
        if (!options.isOn(NetworkOptions.NO_ARCHIVE)
                && classPath.endsWith(".jar")
                && !classPath.contains(File.pathSeparator)) {
            ClassArchive archive = new ClassArchive(Path.of(classPath));
            command.addAll(archive.exists() ? archive.use() : archive.make());
        }
        command.addAll(List.of("-cp", classPath, NetworkMain.class.getName(), "serve"));
        command.addAll(options.arguments());
        return command;
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

    /** 0 only where every process serves. */
    private int status() throws IOException {
        boolean isSaid = Files.exists(supervisor.endpoints());
        if (supervisor.find().isEmpty()) {
            out.println("no network is up in " + options.folder());
            if (isSaid) {
                out.println("the process that held it ended without a word, and the others with it: "
                        + "scripts/network up goes on with their data");
            }
            return 1;
        }
        if (!isSaid) {
            out.println("the network in " + options.folder() + " is being started or stopped");
            return 1;
        }
        int faults = 0;
        for (String line : Files.readAllLines(supervisor.endpoints())) {
            Optional<String> fault = ProcessState.parse(line).flatMap(ProcessState::fault);
            out.println(line + fault.map(why -> ": " + why).orElse(""));
            faults += fault.isPresent() ? 1 : 0;
        }
        if (faults > 0) {
            out.println(faults + " of them do not serve: see scripts/network logs; down and up start all again");
        }
        return faults == 0 ? 0 : 1;
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
