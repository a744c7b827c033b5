package io.provenant.anchor;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Tx;
import io.provenant.merkle.InclusionProof;
import io.provenant.merkle.LogOrigin;
import io.provenant.merkle.TreeHasher;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What proves that a log told two stories (domain 3a.11): two signed roots of one size, or two leaves at one index, each
 * under a root that the log signed or that stands on the ledger. Two different sizes alone prove nothing.
 */
record Evidence(JsonObject json) {

    private static final String ROOT = "ROOT";
    private static final Field[] LEAF = {
        Field.of("leafHash", FieldTypes.digest()),
        Field.of("proof", FieldTypes.list(FieldTypes.digest(), SignedHead.MAX_PATH))
    };
    private static final Shape SIGNED = new Shape(SignedHead.FIELDS);
    private static final Shape SIGNED_LEAF = SIGNED.and(LEAF);
    private static final Shape ANCHORED_LEAF =
            Shape.of(Field.of("size", FieldTypes.count())).and(LEAF);

    /** The member of a body. */
    static FieldType type() {
        return FieldTypes.union(
                of(ROOT, SIGNED),
                of("LEAF", FieldTypes.union(SIGNED_LEAF, ANCHORED_LEAF)).and(Field.of("index", FieldTypes.count())));
    }

    private static Shape of(String kind, FieldType side) {
        return Shape.of(
                Field.of("kind", FieldTypes.oneOf(kind)),
                Field.of("origin", Origins.type()),
                Field.of("first", side),
                Field.of("second", side));
    }

    LogOrigin origin() {
        return new LogOrigin(json.text("origin"));
    }

    Digest hash(Tx tx) {
        return tx.digests().digest(json.canonicalBytes());
    }

    /** The id of the violation: made from the evidence, so nobody can occupy it (INV-L2). */
    String violationId(Tx tx) {
        return "eqv-" + hash(tx).hex().substring(0, 32);
    }

    /** True if the smaller hash comes first and at most one side rests on the ledger: one evidence has one form. */
    boolean isOrdered() {
        return value(first()).compareTo(value(second())) <= 0 && anchoredSizes().size() < 2;
    }

    /** The sizes of the sides that name a row of the ledger instead of a signature. */
    List<Long> anchoredSizes() {
        return sides().filter(Predicate.not(Evidence::isSigned))
                .map(side -> side.integer("size"))
                .toList();
    }

    /**
     * True if the log contradicts itself. Any key counts that the log ever had: a revocation stops later checkpoints and
     * makes none of them another's.
     *
     * @param anchored the root of the row named, where a side names one
     */
    boolean proves(Log log, Optional<Digest> anchored, Tx tx) {
        boolean differs = !value(first()).equals(value(second()));
        boolean signed = sides().filter(Evidence::isSigned)
                .map(side -> SignedHead.of(origin(), side))
                .allMatch(head -> head.isSignedBy(log.key(head.keyEpoch()), tx));
        return differs && signed && (isOfRoots() ? haveOneSize() : sides().allMatch(side -> leads(side, anchored, tx)));
    }

    private boolean haveOneSize() {
        return first().integer("size") == second().integer("size");
    }

    private boolean leads(JsonObject side, Optional<Digest> anchored, Tx tx) {
        Optional<Digest> root = isSigned(side) ? Optional.of(new Digest(side.text("rootHash"))) : anchored;
        List<Digest> path = side.texts("proof").stream().map(Digest::new).toList();
        InclusionProof proof = new InclusionProof(json.integer("index"), side.integer("size"), path);
        return root.filter(found -> proof.verify(new TreeHasher(tx.digests()), value(side), found))
                .isPresent();
    }

    private boolean isOfRoots() {
        return json.text("kind").equals(ROOT);
    }

    private Digest value(JsonObject side) {
        return new Digest(side.text(isOfRoots() ? "rootHash" : "leafHash"));
    }

    private JsonObject first() {
        return json.object("first");
    }

    private JsonObject second() {
        return json.object("second");
    }

    private Stream<JsonObject> sides() {
        return Stream.of(first(), second());
    }

    private static boolean isSigned(JsonObject side) {
        return side.has("signature");
    }
}
