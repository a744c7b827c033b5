package io.provenant.gateway.consent;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.MemoryTree;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The members of a consent, in their final order, and the tree over them. */
public final class ConsentSet {

    private final ConsentTerms terms;
    private final List<ConsentMember> members;
    private final MemoryTree tree;

    private ConsentSet(ConsentTerms terms, List<ConsentMember> members) {
        this.terms = terms;
        this.members = List.copyOf(members);
        this.tree = MemoryTree.of(members.stream().map(ConsentMember::entry).toList());
    }

    /**
     * Builds a set: a fresh random order, so that two consents of the same persons show nobody in common, and a fresh
     * salt and key for each (domain 3.10, rule 3).
     */
    public static ConsentSet build(ConsentTerms terms, List<JsonObject> persons, SecureRandom random) {
        List<JsonObject> order = new ArrayList<>(persons);
        Collections.shuffle(order, random);
        List<ConsentMember> members = new ArrayList<>(order.size());
        for (JsonObject person : order) {
            byte[] salt = fresh(random);
            members.add(ConsentMember.of(terms.consentId(), members.size(), person, salt, fresh(random)));
        }
        return new ConsentSet(terms, members);
    }

    static ConsentSet of(ConsentTerms terms, List<ConsentMember> members) {
        return new ConsentSet(terms, members);
    }

    /** What goes on the ledger of all this: {@code population} of the grant. */
    public JsonObject population() {
        return JsonObject.empty()
                .with("size", tree.size())
                .with("memberRoot", tree.root().hex());
    }

    /** How many persons there are. */
    public long size() {
        return tree.size();
    }

    /** The receipt of the person at this place. */
    public ConsentReceipt receipt(long leafIndex) {
        Digest root = tree.root();
        ConsentMember member = members.get(Math.toIntExact(leafIndex));
        return new ConsentReceipt(
                terms,
                leafIndex,
                member,
                tree.size(),
                root,
                tree.inclusion(leafIndex).path());
    }

    private static byte[] fresh(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
