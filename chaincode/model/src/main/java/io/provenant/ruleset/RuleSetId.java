package io.provenant.ruleset;

/** The id of a rule set, such as {@code rs-cn-2026-1}. */
public record RuleSetId(String value) {}
