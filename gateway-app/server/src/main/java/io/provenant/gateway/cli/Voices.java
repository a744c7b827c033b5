package io.provenant.gateway.cli;

import io.provenant.proof.trust.EndorsementPolicy;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Whose signatures count, and whose only once together, as a verifier says it on the command line. */
record Voices(List<NavigableSet<String>> each) {

    /** One text a voice, its organisations parted by commas. */
    static Voices of(List<String> texts) {
        Voices voices = new Voices(texts.stream()
                .map(text -> (NavigableSet<String>) new TreeSet<>(List.of(text.split(","))))
                .toList());
        Set<String> heard = new TreeSet<>();
        for (NavigableSet<String> voice : voices.each) {
            for (String mspId : voice) {
                if (!heard.add(mspId)) {
                    throw new IllegalArgumentException(mspId + " has two voices; name it once");
                }
            }
        }
        return voices;
    }

    EndorsementPolicy policy(long atLeast) {
        List<NavigableSet<String>> together =
                each.stream().filter(voice -> voice.size() > 1).toList();
        if (together.size() > 1) {
            throw new IllegalArgumentException("only one voice may be of several organisations, not " + together);
        }
        return new EndorsementPolicy(atLeast, organisations(), together.isEmpty() ? new TreeSet<>() : together.get(0));
    }

    /** What the policy means, for a verifier to read before he relies on it. */
    String aloud(long atLeast, Collection<String> all) {
        NavigableSet<String> silent = new TreeSet<>(all);
        silent.removeAll(organisations());
        String must = atLeast + " of " + each.size() + " voices must have signed: "
                + String.join(
                        "; ",
                        each.stream().map(voice -> String.join(" or ", voice)).toList());
        return silent.isEmpty() ? must : must + "; no voice: " + String.join(", ", silent);
    }

    private NavigableSet<String> organisations() {
        NavigableSet<String> organisations = new TreeSet<>();
        each.forEach(organisations::addAll);
        return organisations;
    }
}
