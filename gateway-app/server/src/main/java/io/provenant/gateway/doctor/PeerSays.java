package io.provenant.gateway.doctor;

import java.util.List;
import java.util.regex.Pattern;

/** From what a peer of Fabric says to its cause, and to what an operator does about it. */
final class PeerSays {

    private record Rule(Pattern text, String cause) {

        static Rule of(String text, String cause) {
            return new Rule(Pattern.compile(text, Pattern.DOTALL), cause);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "identity expired|certificate that signs has expired",
                    "the certificate has expired: have it renewed"),
            Rule.of(
                    "incorrect timestamp",
                    "the clocks of this machine and the peer are more than 15 minutes apart: set them (NTP)"),
            Rule.of(
                    "creator org unknown|creator is malformed",
                    "the channel knows no such organisation, or not the authority that issued the certificate: look at"
                            + " provenant.organisation.msp-id, and have role certificates issued by the organisation's"
                            + " own authority"),
            Rule.of(
                    "access denied: channel .* creator org \\[",
                    "the key does not belong to the certificate: look at the pair of files"),
            Rule.of(
                    "/Channel/Application/(Readers|Writers)",
                    "the certificate has no role on the channel: it needs the organisational unit \"client\""),
            Rule.of(
                    "failed to get config for channel|could not get last config|Failed to get policy manager",
                    "the peer is not on a channel of this name: look at provenant.market.channel, or join the peer"),
            Rule.of(
                    "No metadata was found for chaincode|no peers available to evaluate chaincode",
                    "no peer of the organisation runs a chaincode of this name on the channel: look at"
                            + " provenant.market.chaincode; else install the package, approve and commit the definition"),
            Rule.of(
                    "could not launch chaincode|chaincode registration failed|connection to .* failed",
                    "the chaincode service of that organisation does not answer its peer: start it, and look at address"
                            + " and certificates in its package"),
            Rule.of(
                    "is not installed|not approved|chaincode definition for",
                    "that organisation has not installed the package, or not approved the definition with it"),
            Rule.of(
                    "failed to find any endorsing peers",
                    "no peer of that organisation that runs the chaincode is known here: its package is not installed or"
                            + " approved, or the peer is down, or has no external endpoint, or the channel names no"
                            + " anchor peer of it"),
            Rule.of(
                    "no combination of peers",
                    "too few organisations run the chaincode for its endorsement policy, or their peers are not known"
                            + " here: see the lines of each organisation"),
            Rule.of(
                    "ProposalResponsePayloads do not match",
                    "the organisations run different code, or one peer is behind: see the lines of each organisation"),
            Rule.of("deadline exceeded", "no answer in time: the peer hangs, or is overloaded"),
            Rule.of("io exception|connection closed", "the connection broke: see the endpoint's lines"));

    private PeerSays() {}

    /** The cause where it is known, with the peer's own words behind it. */
    static String meaning(String words) {
        return RULES.stream()
                .filter(rule -> rule.text().matcher(words).find())
                .findFirst()
                .map(rule -> rule.cause() + " (the peer says: " + words + ")")
                .orElse(words);
    }
}
