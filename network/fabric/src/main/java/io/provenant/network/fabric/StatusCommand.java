package io.provenant.network.fabric;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Optional;

/** Says where a network's gateways listen, and how each of its processes is. */
final class StatusCommand {

    private final NetworkOptions options;
    private final Supervisor supervisor;
    private final PrintStream out;

    StatusCommand(NetworkOptions options, Supervisor supervisor, PrintStream out) {
        this.options = options;
        this.supervisor = supervisor;
        this.out = out;
    }

    /** Exit status 0 only where every process serves. */
    int run() throws IOException {
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
}
