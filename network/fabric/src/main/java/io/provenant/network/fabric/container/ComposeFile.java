package io.provenant.network.fabric.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a {@code compose.yaml} that runs the same containers as the launcher does, without it. */
final class ComposeFile {

    private ComposeFile() {}

    static String of(List<ContainerSpec> containers) {
        return "# Made by scripts/network up --engine containers; it goes on with the same keys and blocks.\nservices:\n"
                + containers.stream().map(ComposeFile::service).collect(Collectors.joining());
    }

    private static String service(ContainerSpec container) {
        return "  " + container.host() + ":\n"
                + line("image", quoted(container.image()))
                + line("user", quoted(container.user()))
                + line("command", list(container.command().stream()))
                + line("read_only", "true")
                + line("cap_drop", "[ALL]")
                + line("security_opt", list(Stream.of("no-new-privileges")))
                + line("tmpfs", "[/tmp]")
                + line("restart", "unless-stopped")
                + line("ports", list(container.ports().stream().map(port -> "127.0.0.1:" + port + ":" + port)))
                + line("environment", "")
                + container.environment().entrySet().stream()
                        .map(ComposeFile::variable)
                        .collect(Collectors.joining())
                + line("volumes", "")
                + container.reads().stream().map(path -> volume(path, true)).collect(Collectors.joining())
                + container.writes().stream().map(path -> volume(path, false)).collect(Collectors.joining());
    }

    private static String line(String name, String value) {
        boolean isEmptyCommand = name.equals("command") && value.equals("[]");
        return isEmptyCommand ? "" : ("    " + name + ": " + value).stripTrailing() + "\n";
    }

    private static String variable(Map.Entry<String, String> variable) {
        return "      " + variable.getKey() + ": " + quoted(variable.getValue()) + "\n";
    }

    private static String volume(Path path, boolean isReadOnly) {
        String text = quoted(path.toString());
        return "      - { type: bind, source: " + text + ", target: " + text + ", read_only: " + isReadOnly + " }\n";
    }

    private static String list(Stream<String> texts) {
        return texts.map(ComposeFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Double quotes are YAML's JSON form; a dollar sign would be a variable of compose's. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "$$") + '"';
    }
}
