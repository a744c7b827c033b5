/**
 * The rules that a market starts with, as data: {@code rules/default.json} holds the default sections of domain 3.9,
 * {@code rules/rs-test.json} the few that tests in real time replace (3a.8). The chaincode knows no defaults; the owners
 * of a market change what is here by adopting a rule set.
 *
 * <p>May depend on the model and the JDK.
 */
@NullMarked
package io.provenant.gateway.rules;

import org.jspecify.annotations.NullMarked;
