/**
 * An OpenID Connect issuer for trying and testing: one client a person of the story, client credentials only. A real
 * organisation has an identity provider of its own.
 *
 * <p>Depends on Spring Authorization Server; knows nothing of the ledger.
 */
@NullMarked
package io.provenant.network.standalone.issuer;

import org.jspecify.annotations.NullMarked;
