package io.provenant.dispatch;

/** One write to the world state or to a collection. */
public sealed interface Write {

    /** A public value. */
    record Put(String key, String value) implements Write {}

    /** A public key that ends. */
    record Delete(String key) implements Write {}

    /** A private value, in its collection only. */
    record PutPrivate(String collection, String key, String value) implements Write {}
}
