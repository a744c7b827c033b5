package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
public final class Command {

    /** How a program ended and what it said, both streams together. */
    public record Result(int status, String output) {}

    private Command() {}

    /** Runs it and gives its output; an exit status other than 0 is an error that shows the output. */
    public static String run(List<String> command, Map<String, String> environment) {
        Result result = attempt(command, environment);
        if (result.status() != 0) {
            throw new FabricException(
                    String.join(" ", command) + "\nended with status " + result.status() + ":\n" + result.output());
        }
        return result.output();
    }

    /** Runs it and gives how it ended, whatever that is. */
    public static Result attempt(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new FabricException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("interrupted while running " + command.get(0), e);
        }
    }
}
