package io.provenant.network.fabric.node;

import io.provenant.network.fabric.Consensus;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What network a folder holds, as the folder itself says: written at the first start, and added to when a member joins.
 * A folder is one network, for members and orderers stand in its first block.
 */
public final class NetworkFile {

    static final String NAME = "network.txt";
    private static final String FOUNDER = "founder ";
    private static final String JOINED = "joined ";
    private static final String JOINING = "joining ";
    private static final String LEAVING = "leaving ";
    private static final String RUNS = "runs ";
    private static final String PEER = "peer";
    private static final String CONTAINERS = "engine containers";

    private final Path file;
    private final List<String> lines;

    private NetworkFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /** What the folder holds; empty where it holds no network. */
    public static Optional<NetworkFile> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NetworkFile(file, new ArrayList<>(Files.readAllLines(file))));
        } catch (IOException e) {
            throw new FabricException("cannot read " + file, e);
        }
    }

    /** What the folder holds, which becomes the network asked for where it held none; any other is refused. */
    public static NetworkFile require(FabricSettings settings) {
        List<String> wanted = lines(settings);
        Optional<NetworkFile> kept = read(settings.folder());
        if (kept.isEmpty()) {
            NetworkFile made = new NetworkFile(settings.folder().resolve(NAME), new ArrayList<>(wanted));
            made.write();
            return made;
        }
        List<String> founded = kept.get().lines.stream()
                .filter(line -> Stream.of(JOINED, JOINING, LEAVING, RUNS).noneMatch(line::startsWith))
                .toList();
        if (!founded.equals(wanted)) {
            throw new FabricException(settings.folder() + " holds another network (" + String.join(", ", founded)
                    + ") than asked for (" + String.join(", ", wanted) + "): ask for that one, or reset");
        }
        return kept.get();
    }

    private static List<String> lines(FabricSettings settings) {
        List<String> lines = new ArrayList<>(List.of(
                "channel " + settings.channel(),
                "consensus " + settings.consensus(),
                "orderers " + settings.orderers()));
        settings.containers().ifPresent(images -> lines.add(CONTAINERS)); // nodes are named by their containers
        settings.members().forEach(member -> lines.add(FOUNDER + text(member)));
        return lines;
    }

    /** Whether it says what a network's file says at least. */
    public boolean isDescription() {
        return Stream.of("channel ", "consensus ", "orderers ", FOUNDER)
                .allMatch(start -> lines.stream().anyMatch(line -> line.startsWith(start)));
    }

    public String channel() {
        return value("channel ");
    }

    public Consensus consensus() {
        return Consensus.parse(value("consensus "));
    }

    public int orderers() {
        return Integer.parseInt(value("orderers "));
    }

    /** Whether its nodes are containers, which the channel knows by their names. */
    public boolean isInContainers() {
        return lines.contains(CONTAINERS);
    }

    /** Who was there at the first block. */
    public List<MemberSettings> founders() {
        return members(FOUNDER).toList();
    }

    /** Who joined later, is joining, or is leaving, in this order. */
    public List<MemberSettings> joined() {
        return Stream.of(JOINED, JOINING, LEAVING).flatMap(this::members).toList();
    }

    /** Founders, then who joined. */
    public List<MemberSettings> members() {
        return Stream.concat(members(FOUNDER), joined().stream()).toList();
    }

    /** Whether a member's joining has begun and not come to its end. */
    public boolean isJoining(MemberSettings member) {
        return lines.contains(JOINING + text(member));
    }

    /** Refuses while a member's leaving has begun and not come to its end: who has a voice is between two answers. */
    public void requireNobodyLeaves() {
        members(LEAVING).findFirst().ifPresent(member -> {
            throw new FabricException(member.mspId() + " is leaving, and that was interrupted"
                    + "\nnext: finish it, scripts/network remove-member --msp-id " + member.mspId());
        });
    }

    /** The labels of the chaincodes that its channel runs. */
    public List<String> chaincodes() {
        return lines.stream()
                .filter(line -> line.startsWith(RUNS))
                .map(line -> line.substring(RUNS.length()))
                .toList();
    }

    /** Keeps what its channel runs from now on, instead of another version of the same chaincode. */
    public void run(String label) {
        String name = label.substring(0, label.indexOf('_') + 1);
        lines.removeIf(line -> line.startsWith(RUNS + name));
        lines.add(RUNS + label);
        write();
    }

    /** Keeps that a member is joining: it is one, and there is more to do. */
    public void joining(MemberSettings member) {
        drop(member.mspId());
        lines.add(JOINING + text(member));
        write();
    }

    /** Keeps a member that joined. */
    public void joined(MemberSettings member) {
        drop(member.mspId());
        lines.add(JOINED + text(member));
        write();
    }

    /** Keeps that a member is leaving: it is one still, and there is more to do. */
    public void leaving(MemberSettings member) {
        drop(member.mspId());
        lines.add(LEAVING + text(member));
        write();
    }

    /** Forgets a member that had joined. */
    public void leave(String mspId) {
        drop(mspId);
        write();
    }

    private void drop(String mspId) {
        lines.removeIf(
                line -> Stream.of(JOINED, JOINING, LEAVING).anyMatch(kind -> line.startsWith(kind + mspId + " ")));
    }

    private Stream<MemberSettings> members(String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.substring(kind.length()).split(" "))
                .map(parts -> new MemberSettings(parts[0], parts[1], Voice.valueOf(parts[2]), parts[3].equals(PEER)));
    }

    private static String text(MemberSettings member) {
        return String.join(
                " ", member.mspId(), member.domain(), member.voice().name(), member.hasPeer() ? PEER : "no-peer");
    }

    private String value(String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new FabricException(file + " has no line \"" + name.strip() + "\""));
    }

    private void write() {
        Path next = file.resolveSibling(NAME + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FabricException("cannot write " + file, e);
        }
    }
}
