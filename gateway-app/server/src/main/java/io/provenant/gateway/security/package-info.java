/**
 * Who is calling: bearer tokens checked as OIDC JWTs, the pinned file that says what each subject may do here, and the
 * role certificate a person signs with.
 *
 * <p>May depend on the model's roles and on Spring Security; knows no ledger and no route of another package.
 */
@NullMarked
package io.provenant.gateway.security;

import org.jspecify.annotations.NullMarked;
