package io.provenant.network.fabric;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fabric's programs and their default configuration, given by whoever runs the network: in the folder {@code
 * FABRIC_BIN}, on the PATH, or in the cache folder, in this order. The configuration folder stands beside {@code bin},
 * as the release archive lays it out, or is named by {@code FABRIC_CFG_PATH}.
 */
public record FabricBinaries(Path bin, Path configuration, String version) {

    /** The version this network is made for; another 3.1 is taken too, any other is refused. */
    public static final String VERSION = "3.1.5";

    private static final List<String> PROGRAMS = List.of("peer", "orderer", "configtxgen");
    private static final Pattern VERSION_LINE = Pattern.compile("(?m)^ ?Version: v?(\\S+)");

    /** Finds the programs, or throws with a text that says how to get them. */
    public static FabricBinaries require(Map<String, String> environment) {
        return find(environment).orElseThrow(() -> new FabricException(absent(environment)));
    }

    /** Finds the programs; empty where there are none. */
    public static Optional<FabricBinaries> find(Map<String, String> environment) {
        String named = environment.getOrDefault("FABRIC_BIN", "");
        if (!named.isEmpty() && !isComplete(Path.of(named))) {
            throw new FabricException("FABRIC_BIN is " + named + ", and not all of " + PROGRAMS + " are in it");
        }
        List<FabricException> refused = new ArrayList<>();
        for (Path bin : candidates(environment)) {
            try {
                if (isComplete(bin)) {
                    return Optional.of(of(bin, environment));
                }
            } catch (FabricException e) {
                if (!named.isEmpty()) {
                    throw e;
                }
                refused.add(e); // another version on the PATH hides nothing that comes after it
            }
        }
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return Optional.empty();
    }

    /** A program's path. */
    public Path program(String name) {
        return bin.resolve(name);
    }

    private static List<Path> candidates(Map<String, String> environment) {
        List<Path> candidates = new ArrayList<>();
        String named = environment.getOrDefault("FABRIC_BIN", "");
        if (!named.isEmpty()) {
            candidates.add(Path.of(named));
        }
        Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .forEach(candidates::add);
        candidates.add(cache(environment));
        return candidates;
    }

    private static Path cache(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", "."), ".cache", "provenant", "fabric", VERSION, "bin");
    }

    private static boolean isComplete(Path bin) {
        return PROGRAMS.stream().allMatch(program -> Files.isExecutable(bin.resolve(program)));
    }

    private static FabricBinaries of(Path given, Map<String, String> environment) {
        Path bin = given.toAbsolutePath().normalize();
        String named = environment.getOrDefault("FABRIC_CFG_PATH", "");
        Path configuration = named.isEmpty() ? bin.resolveSibling("config") : Path.of(named);
        for (String file : List.of("core.yaml", "orderer.yaml")) {
            if (!Files.isReadable(configuration.resolve(file))) {
                throw new FabricException("there is no " + file + " in " + configuration
                        + ": keep the release archive's config folder beside bin, or name it in FABRIC_CFG_PATH");
            }
        }
        return new FabricBinaries(bin, configuration.toAbsolutePath(), checkedVersion(bin));
    }

    private static String checkedVersion(Path bin) {
        Matcher line = VERSION_LINE.matcher(output(bin.resolve("peer"), "version"));
        String version = line.find() ? line.group(1) : "unknown";
        if (!version.startsWith("3.1.")) {
            throw new FabricException(bin + " holds Fabric " + version + ", and this network is made for " + VERSION
                    + " (any 3.1 will do)");
        }
        return version;
    }

    private static String output(Path program, String argument) {
        try {
            Process process = new ProcessBuilder(program.toString(), argument)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FabricException("cannot run " + program, e);
        }
    }

    private static String absent(Map<String, String> environment) {
        return String.format(
                Locale.ROOT,
                """
                There are no Fabric programs here: peer, orderer, configtxgen and configtxlator, version %s.
                Looked in FABRIC_BIN (not set), on the PATH, and in %s.

                To get them, take the archive hyperledger-fabric-<os>-<arch>-%s.tar.gz from the releases of the
                project hyperledger/fabric (or run its install script with the argument "binary"), unpack it, and
                either set FABRIC_BIN to its bin folder or put its folders bin and config into
                %s.
                Nothing else is needed: no Docker, no other service.""",
                VERSION,
                cache(environment),
                VERSION,
                cache(environment).getParent());
    }
}
