package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import io.provenant.canonical.JsonObject;
import io.provenant.network.wire.Draft;
import io.provenant.network.wire.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** The public part of a read-write set, in the order in which the ledger put it. */
final class WriteSetText {

    private static final int SHOWN = 4;
    private static final int MERKLE_LEAF = 51;

    private final Names names;
    private final KnownState state;

    WriteSetText(Names names, KnownState state) {
        this.names = names;
        this.state = state;
    }

    JsonObject of(NsReadWriteSet space) {
        KVRWSet set = Prepared.parse(KVRWSet.parser(), space.getRwset());
        JsonObject text = JsonObject.empty();
        text = with(text, "reads", set.getReadsList().stream().map(this::read).toList());
        text = with(
                text,
                "ranges",
                set.getRangeQueriesInfoList().stream().map(this::range).toList());
        text = with(
                text,
                "writes",
                shortened(set.getWritesList().stream().map(this::write).toList()));
        return with(
                text,
                "policies",
                set.getMetadataWritesList().stream().map(this::policy).toList());
    }

    static JsonObject with(JsonObject object, String name, List<String> texts) {
        return texts.isEmpty() ? object : object.withTexts(name, texts);
    }

    private String read(KVRead read) {
        String version = read.hasVersion() ? names.version(read.getVersion()) : "absent";
        return names.symbolic(read.getKey()) + " " + version;
    }

    private String write(KVWrite write) {
        String value = write.getValue().size() > 40
                ? write.getValue().size() + " bytes"
                : write.getValue().toStringUtf8();
        return names.symbolic(write.getKey()) + (write.getIsDelete() ? " deleted" + value : " = " + value);
    }

    private String policy(KVMetadataWrite write) {
        StringBuilder text = new StringBuilder(names.symbolic(write.getKey()));
        for (KVMetadataEntry entry : write.getEntriesList()) {
            text.append(' ').append(entry.getName()).append(' ').append(policy(names, entry.getValue()));
        }
        return text.toString();
    }

    static String policy(Names names, ByteString bytes) {
        if (bytes.isEmpty()) {
            return "none";
        }
        SignaturePolicyEnvelope policy = Prepared.parse(SignaturePolicyEnvelope.parser(), bytes);
        List<String> mspIds = policy.getIdentitiesList().stream()
                .map(principal -> Prepared.parse(MSPRole.parser(), principal.getPrincipal()))
                .map(role -> names.symbolic(role.getMspIdentifier()))
                .sorted()
                .toList();
        return policy.getRule().getNOutOf().getN() + " of " + mspIds;
    }

    private String range(RangeQueryInfo range) {
        String text = names.symbolic(range.getStartKey()) + " to " + names.symbolic(range.getEndKey())
                + (range.getItrExhausted() ? " whole: " : " in part: ");
        return switch (range.getReadsInfoCase()) {
            case RAW_READS ->
                text
                        + shortened(range.getRawReads().getKvReadsList().stream()
                                .map(this::read)
                                .toList());
            case READS_MERKLE_HASHES -> text + merkle(range);
            case READSINFO_NOT_SET -> text + "nothing";
        };
    }

    private String merkle(RangeQueryInfo range) {
        List<ByteString> expected = leaves(range);
        List<ByteString> hashes = range.getReadsMerkleHashes().getMaxLevelHashesList();
        return hashes.size() + " hashes of level "
                + range.getReadsMerkleHashes().getMaxLevel() + ", degree "
                + range.getReadsMerkleHashes().getMaxDegree()
                + (hashes.equals(expected) ? ", of the keys there" : ", of other keys than are there");
    }

    /** The hashes of 51 reads each, computed from the versions that the blocks gave. */
    private List<ByteString> leaves(RangeQueryInfo range) {
        NavigableMap<String, Version> rows =
                state.versions().subMap(range.getStartKey(), true, range.getEndKey(), !range.getItrExhausted());
        List<KVRead> reads = new ArrayList<>();
        rows.forEach((key, version) ->
                reads.add(KVRead.newBuilder().setKey(key).setVersion(version).build()));
        List<ByteString> leaves = new ArrayList<>();
        for (int from = 0; from < reads.size(); from += MERKLE_LEAF) {
            List<KVRead> leaf = reads.subList(from, Math.min(from + MERKLE_LEAF, reads.size()));
            leaves.add(Draft.sha256(
                    QueryReads.newBuilder().addAllKvReads(leaf).build().toByteString()));
        }
        return leaves;
    }

    private static List<String> shortened(List<String> texts) {
        return texts.size() <= SHOWN
                ? texts
                : List.of(texts.get(0), texts.size() - 2 + " more", texts.get(texts.size() - 1));
    }
}
