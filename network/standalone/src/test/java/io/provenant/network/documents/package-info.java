/** Holds what the documents point at against the tree that they lie in. */
@org.jspecify.annotations.NullMarked
package io.provenant.network.documents;
