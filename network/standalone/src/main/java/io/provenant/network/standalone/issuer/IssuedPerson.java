package io.provenant.network.standalone.issuer;

/**
 * A person whom the issuer knows.
 *
 * @param subject the client id, which becomes the token's {@code sub}
 * @param secret the client secret, made for this folder
 * @param audience the party whose gateway the token is for
 */
public record IssuedPerson(String subject, String secret, String audience) {}
