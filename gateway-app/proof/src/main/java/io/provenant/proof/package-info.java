/**
 * Verifies receipts and attestations offline (domain 3a.12). A package for each kind of proof; this one runs their
 * checks in order. No server, no database, no network.
 */
@NullMarked
package io.provenant.proof;

import org.jspecify.annotations.NullMarked;
