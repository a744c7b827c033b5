package io.provenant.gateway.consent;

/**
 * What is wrong with a line of a file of persons.
 *
 * @param line from 1
 * @param code {@code INPUT_MALFORMED}, {@code FIELD_MISSING} or {@code DUPLICATE_IN_FILE}
 * @param says the rule, without the value that broke it
 */
public record MemberFault(long line, String code, String says) {}
