package io.provenant.document;

/**
 * The collection of one organisation alone. The explicit one, {@code pdcOwn-<MSP>}, shows its papers to the
 * organisation's own members only; Fabric shows the implicit one, which every organisation has by its name, to every
 * reader of the channel who reaches a peer of the organisation.
 */
public final class OwnCollection {

    /** How Fabric's implicit collections begin. */
    public static final String IMPLICIT = "_implicit_org_";

    private static final String EXPLICIT = "pdcOwn-";

    private OwnCollection() {}

    /** The name of an organisation's explicit collection: a dot, which Fabric allows in no such name, is an underscore. */
    public static String of(String mspId) {
        return EXPLICIT + mspId.replace('.', '_');
    }

    /** True if the name is that of some organisation's own collection, of either kind. */
    static boolean isOfOne(String collection) {
        return collection.startsWith(EXPLICIT) || collection.startsWith(IMPLICIT);
    }

    /** True if the collection is this organisation's own, of either kind. */
    public static boolean isOf(String collection, String mspId) {
        return collection.equals(of(mspId)) || collection.equals(IMPLICIT + mspId);
    }
}
