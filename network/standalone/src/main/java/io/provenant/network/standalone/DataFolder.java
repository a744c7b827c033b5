package io.provenant.network.standalone;

import io.provenant.gateway.vault.FolderLock;
import io.provenant.network.standalone.ledger.LedgerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a standalone market lives on disk. */
record DataFolder(Path root) {

    private static final String MARKET = "market";

    /** The role certificates of everybody, with their keys. */
    Path people() {
        return root.resolve(MARKET).resolve("people");
    }

    /** The ledger: its organisations with their authorities, its nodes, its blocks. */
    Path ledger() {
        return root.resolve(MARKET).resolve("ledger");
    }

    /** What the ledger is made of; empty where there is no market. */
    Optional<LedgerKind> ledgerKind() {
        try {
            return Files.exists(kindFile())
                    ? Optional.of(LedgerKind.parse(Files.readString(kindFile(), StandardCharsets.US_ASCII)
                            .strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + kindFile(), e);
        }
    }

    /** Keeps what the ledger of a new market is made of. */
    void keep(LedgerKind kind) {
        try {
            Files.createDirectories(root.resolve(MARKET));
            Files.writeString(kindFile(), kind.code() + "\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + kindFile(), e);
        }
    }

    private Path kindFile() {
        return root.resolve(MARKET).resolve("ledger.txt");
    }

    /** Log, vault and consent sets of an organisation's gateway. */
    Path gateway(String organisation) {
        return root.resolve(MARKET).resolve("gateways").resolve(organisation);
    }

    /** Keys that no gateway's own folder may hold: of vaults and logs. */
    Path keys(String organisation) {
        return root.resolve(MARKET).resolve("keys").resolve(organisation);
    }

    /** What the story writes: keys of hosted parties, receipts, the regulator's trust file. */
    Path story() {
        return root.resolve(MARKET).resolve("story");
    }

    /** A bearer token for each login, for whoever tries the gateways by hand. */
    Path tokens() {
        return root.resolve(MARKET).resolve("tokens");
    }

    /** PostgreSQL's own files, kept from market to market: making them takes two seconds. */
    Path database() {
        return root.resolve("postgres");
    }

    /** The client secrets of the development issuer. */
    Path secrets() {
        return root.resolve(MARKET).resolve("secrets.json");
    }

    /** Keeps a second market away from the folder, which is made where it is not there. */
    FolderLock hold() throws IOException {
        Files.createDirectories(root);
        return FolderLock.take(root);
    }

    /** Removes the market, and leaves what every market needs. */
    void forgetMarket() {
        Path market = root.resolve(MARKET);
        if (!Files.exists(market)) {
            return;
        }
        try (Stream<Path> found = Files.walk(market)) {
            List<Path> inside = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + market, e);
        }
    }
}
