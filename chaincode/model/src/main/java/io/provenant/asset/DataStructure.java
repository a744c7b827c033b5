package io.provenant.asset;

/** The form of an asset's data. */
public enum DataStructure {
    STRUCTURED,
    SEMI,
    UNSTRUCTURED,
    STREAM,
    /** A trained model: it cannot leave people out, it is trained again. */
    MODEL
}
