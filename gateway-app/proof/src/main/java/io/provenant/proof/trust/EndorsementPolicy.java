package io.provenant.proof.trust;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.format.ProofFile;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many distinct organisations, of which, must have signed. */
public record EndorsementPolicy(long atLeast, SortedSet<String> mspIds) {

    /** Refuses a policy that nobody or everybody meets. */
    public EndorsementPolicy {
        mspIds = Collections.unmodifiableSortedSet(new TreeSet<>(mspIds));
        if (atLeast < 1 || atLeast > mspIds.size()) {
            throw new IllegalArgumentException(
                    "policy asks for " + atLeast + " of " + mspIds.size() + " organisations");
        }
    }

    static EndorsementPolicy parse(JsonObject json) {
        ProofFile.members("policy", json, List.of("atLeast", "mspIds"), List.of());
        return new EndorsementPolicy(json.integer("atLeast"), new TreeSet<>(json.texts("mspIds")));
    }

    JsonObject toJson() {
        return JsonObject.empty().with("atLeast", atLeast).withTexts("mspIds", mspIds);
    }
}
