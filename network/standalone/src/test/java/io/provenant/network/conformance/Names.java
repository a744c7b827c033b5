package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.network.testing.TestLedger;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Ordered;
import io.provenant.network.wire.Proposed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/**
 * Names in place of what differs from run to run, in both directions: {@code @A} to {@code @C} for the organisations,
 * {@code ~} for the prefix of a schedule's keys, and labels for transaction ids, versions, addresses and certificates.
 */
final class Names {

    static final List<String> ORGANISATIONS = List.of("A", "B", "C");
    private static final int SHORT_ID = 8;

    private final TestLedger ledger;
    private final String prefix;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<ByteString, String> hashes = new LinkedHashMap<>();
    private final Map<Version, String> versions =
            new TreeMap<>(Comparator.comparingLong(Version::getBlockNum).thenComparingLong(Version::getTxNum));

    Names(TestLedger ledger, String prefix) {
        this.ledger = ledger;
        this.prefix = prefix;
        for (String organisation : ORGANISATIONS) {
            name(ledger.address(mspId(organisation)), "peer of @" + organisation);
        }
        for (String organisation : ORGANISATIONS) {
            name(mspId(organisation), "@" + organisation);
        }
        name(ledger.channel(), "CHANNEL");
    }

    /** The MSP id behind {@code A}, {@code B} or {@code C}; any other name stands for itself. */
    String mspId(String organisation) {
        int index = ORGANISATIONS.indexOf(organisation);
        return index < 0 ? organisation : ledger.mspIds().get(index);
    }

    /** What the ledger is told for a text with symbols. */
    String real(String text) {
        String real = text.replace("~", prefix);
        for (String organisation : ORGANISATIONS) {
            real = real.replace("@" + organisation, mspId(organisation));
        }
        return real;
    }

    void name(String real, String name) {
        names.put(real, name);
    }

    void nameTransaction(Proposed proposed, String label) {
        if (proposed.txId().length() > SHORT_ID) {
            name(proposed.txId(), "tx " + label);
            name(proposed.txId().substring(0, SHORT_ID), "tx8 " + label);
        }
        name(HexFormat.of().formatHex(proposed.signer().creator().toByteArray()), "creator of " + label);
    }

    void nameVersion(Ordered ordered, String label) {
        versions.put(
                Version.newBuilder()
                        .setBlockNum(ordered.block())
                        .setTxNum(ordered.position())
                        .build(),
                label);
    }

    void nameHash(String text) {
        hashes.put(Draft.sha256(ByteString.copyFromUtf8(real(text))), text);
    }

    String version(Version version) {
        return versions.getOrDefault(version, "of another schedule");
    }

    String hash(ByteString hash) {
        return hash.isEmpty()
                ? ""
                : hashes.getOrDefault(hash, "of " + HexFormat.of().formatHex(hash.toByteArray()));
    }

    /** A text from the ledger with symbols. */
    String symbolic(String text) {
        List<Map.Entry<String, String>> longestFirst = new ArrayList<>(names.entrySet());
        longestFirst.sort(Comparator.comparingInt(entry -> -entry.getKey().length()));
        // Go's protobuf spells its errors with either kind of space, by the hash of the binary.
        String symbolic = text.replace(prefix, "~").replace('\u00a0', ' ');
        for (Map.Entry<String, String> entry : longestFirst) {
            symbolic = symbolic.replace(entry.getKey(), entry.getValue());
        }
        return symbolic.replaceAll("\\n\\tat [^\\n]*", "")
                .replaceAll("expected '[0-9a-f]{64}'", "expected 'ID'")
                .replaceAll("payload is [0-9]+ bytes", "payload is N bytes")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "UUID")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "ORDERER")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+( [+]0000 UTC|Z)?", "TIME");
    }
}
