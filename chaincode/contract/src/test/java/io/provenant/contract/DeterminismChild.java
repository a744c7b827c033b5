package io.provenant.contract;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * A chaincode process of its own: runs the proposals of a file and writes down everything that another endorser must
 * agree on.
 */
final class DeterminismChild {

    private DeterminismChild() {}

    /**
     * Runs proposals.
     *
     * @param arguments the folder; {@code cold} for one run, {@code warm} for the second of two in one process
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<TestProposal> proposals = Files.readAllLines(folder.resolve("proposals")).stream()
                .map(StrictJsonReader::parseObject)
                .map(TestProposal::of)
                .toList();
        SortedMap<String, ByteString> before = state(folder.resolve("state"));
        StringBuilder transcript = new StringBuilder();
        try (ChaincodeInProcess chaincode = ChaincodeInProcess.start("provenant_test", CodeDigest.NOT_PACKAGED)) {
            int runs = arguments[1].equals("warm") ? 2 : 1;
            for (int run = 0; run < runs; run++) {
                transcript.setLength(0);
                MemoryPeer peer = chaincode.peer();
                peer.values().clear();
                peer.values().putAll(before);
                proposals.forEach(
                        proposal -> transcript.append(peer.run(proposal).transcript()));
            }
        }
        Files.writeString(folder.resolve("transcript"), transcript);
        Files.writeString(folder.resolve("process"), process());
        System.exit(0); // the shim's threads would keep the process
    }

    /** The state in a file that {@link #write} wrote; none where there is no file. */
    private static SortedMap<String, ByteString> state(Path file) throws IOException {
        SortedMap<String, ByteString> state = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JsonObject entry = StrictJsonReader.parseObject(line);
                state.put(
                        entry.text("key"),
                        ByteString.copyFrom(Base64.getDecoder().decode(entry.text("value"))));
            }
        }
        return state;
    }

    /** Writes a state, a line an entry. */
    static void write(Path file, SortedMap<String, ByteString> state) throws IOException {
        Files.write(
                file,
                state.entrySet().stream()
                        .map(entry -> JsonObject.empty()
                                .with("key", entry.getKey())
                                .with(
                                        "value",
                                        Base64.getEncoder()
                                                .encodeToString(entry.getValue().toByteArray()))
                                .canonical())
                        .toList());
    }

    // What tells this process from others: were it the same everywhere, the comparison would compare nothing.
    @SuppressWarnings("DefaultCharset")
    private static String process() {
        Set<String> salted = Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m");
        return "locale " + Locale.getDefault() + "\nzone "
                + TimeZone.getDefault().getID() + "\ncharset " + Charset.defaultCharset() + "\nsalt " + salted + "\n";
    }
}
