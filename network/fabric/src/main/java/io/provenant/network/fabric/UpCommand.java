package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.node.NetworkFile;
import io.provenant.network.fabric.node.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the background process that holds a network up, and returns once the network is ready. */
final class UpCommand {

    /** Each step of a start has its own limit and says what did not come; this one is for what nobody thought of. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(10);

    private final NetworkOptions options;
    private final Supervisor supervisor;
    private final PrintStream out;

    UpCommand(NetworkOptions options, Supervisor supervisor, PrintStream out) {
        this.options = options;
        this.supervisor = supervisor;
        this.out = out;
    }

    /** Exit status 0: it is up. */
    int run() throws IOException, InterruptedException {
        if (NetworkFile.read(options.folder()).isPresent()) {
            NetworkFile.require(options.network(System.getenv()));
        }
        if (supervisor.find().isPresent()) {
            out.println("the network in " + options.folder() + " is up already");
            return new StatusCommand(options, supervisor, out).run();
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
}
