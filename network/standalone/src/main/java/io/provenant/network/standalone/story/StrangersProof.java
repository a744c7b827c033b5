package io.provenant.network.standalone.story;

import io.provenant.canonical.JsonObject;
import io.provenant.network.identity.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * Chapter: the regulator draws three records and checks their receipts away from every gateway, against a trust file of
 * its own. One altered byte is refused.
 */
final class StrangersProof {

    private static final String HOLDER = "exchange-officer";
    private static final int DRAWN = 3;

    private final Stage stage;
    private final OfflineTool tool;
    private final Path folder;
    private final String origin;

    StrangersProof(Stage stage, OfflineTool tool, Path folder, String origin) {
        this.stage = stage;
        this.tool = tool;
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * Tells it.
     *
     * @param trust the regulator's own trust file
     */
    void tell(Path trust) {
        stage.narrator().chapter("The regulator checks three records, offline");
        List<Long> drawn = new SecureRandom()
                .longs(0, TradingDay.LINES)
                .distinct()
                .limit(DRAWN)
                .boxed()
                .toList();
        for (long index : drawn) {
            Path receipt = save("receipt-" + index + ".json", receipt(index).canonical());
            OfflineTool.Result result = verify(receipt, trust);
            stage.narrator()
                    .require(
                            result.status() == 0 && result.output().contains("ATTESTED"),
                            "record %d: valid, level ATTESTED (%s)",
                            index,
                            receipt);
        }
        Path first = folder.resolve("receipt-" + drawn.get(0) + ".json");
        Path altered = save("receipt-altered.json", read(first).replace("\"venue\":\"ON", "\"venue\":\"OM"));
        stage.narrator()
                .require(verify(altered, trust).status() == 1, "one byte of a record altered: not valid (%s)", altered);
    }

    private JsonObject receipt(long index) {
        return stage.read(HOLDER, "/receipts/" + Gateway.segment(origin) + "/" + index);
    }

    private OfflineTool.Result verify(Path receipt, Path trust) {
        return tool.run("verify", receipt.toString(), "--trust", trust.toString());
    }

    private Path save(String name, String text) {
        Path file = folder.resolve(name);
        PrivateFiles.writePrivate(file, text); // a receipt holds the record and its salt
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
