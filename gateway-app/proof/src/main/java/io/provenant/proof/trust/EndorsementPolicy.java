package io.provenant.proof.trust;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many voices must have signed, and whose. Each organisation is one voice, but for those that are one together: no
 * number of exchanges is worth more than one of them. An attestation is never submitted, so no peer applies this.
 *
 * @param oneVoice those whose signatures count once; none or two and more
 */
public record EndorsementPolicy(long atLeast, SortedSet<String> mspIds, SortedSet<String> oneVoice) {

    /** Refuses a policy that nobody or everybody meets. */
    public EndorsementPolicy {
        mspIds = Collections.unmodifiableSortedSet(new TreeSet<>(mspIds));
        oneVoice = Collections.unmodifiableSortedSet(new TreeSet<>(oneVoice));
        if (!mspIds.containsAll(oneVoice) || oneVoice.size() == 1) {
            throw new IllegalArgumentException(
                    "oneVoice names two or more of the policy's organisations, not " + oneVoice);
        }
        long most = voices(mspIds, oneVoice);
        if (atLeast < 1 || atLeast > most) {
            throw new IllegalArgumentException("policy asks for " + atLeast + " of " + most + " organisations");
        }
    }

    /** A policy under which each organisation is one voice. */
    public EndorsementPolicy(long atLeast, SortedSet<String> mspIds) {
        this(atLeast, mspIds, new TreeSet<>());
    }

    static EndorsementPolicy parse(JsonObject json) {
        ProofFile.members("policy", json, List.of("atLeast", "mspIds"), List.of("oneVoice"));
        return new EndorsementPolicy(
                json.integer("atLeast"),
                new TreeSet<>(json.texts("mspIds")),
                json.has("oneVoice") ? new TreeSet<>(json.texts("oneVoice")) : new TreeSet<>());
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.empty().with("atLeast", atLeast).withTexts("mspIds", mspIds);
        return oneVoice.isEmpty() ? json : json.withTexts("oneVoice", oneVoice);
    }

    /** How many voices these organisations are. */
    public long voices(Collection<String> signed) {
        return voices(signed, oneVoice);
    }

    private static long voices(Collection<String> signed, Collection<String> oneVoice) {
        long single = signed.stream().filter(mspId -> !oneVoice.contains(mspId)).count();
        return signed.stream().anyMatch(oneVoice::contains) ? single + 1 : single;
    }
}
