package io.provenant.network.embedded.msp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Fabric's text form of a signature policy: {@code AND(p, ...)}, {@code OR(p, ...)} and {@code OutOf(n, p, ...)} over
 * principals {@code 'MspId.role'} and policies. Gives the bytes that Fabric's own parser gives: every mention of a
 * principal is an identity of its own, in the order of the text.
 */
public final class PolicyText {

    private final PolicyTokens tokens;
    private final SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder();

    private PolicyText(String text) {
        this.tokens = new PolicyTokens(text);
    }

    /** Parses a text; anything that is not a whole policy is an {@link IllegalArgumentException}. */
    public static SignaturePolicyEnvelope parse(String text) {
        PolicyText parser = new PolicyText(text);
        parser.envelope.setRule(parser.gate());
        parser.tokens.end();
        return parser.envelope.build();
    }

    private SignaturePolicy gate() {
        String name = tokens.word();
        tokens.symbol('(');
        return switch (gateOf(name)) {
            case "and" -> allOf(arguments());
            case "or" -> outOf(1, arguments());
            case "outof" -> counted();
            default -> throw tokens.refusal("AND, OR or OutOf instead of " + name);
        };
    }

    /** As in Fabric a gate is written in lower, in upper or in its own mixed case, and in no other. */
    private static String gateOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isMixed = name.equals("And") || name.equals("Or") || name.equals("OutOf");
        return isMixed || name.equals(lower) || name.equals(name.toUpperCase(Locale.ROOT)) ? lower : name;
    }

    private SignaturePolicy counted() {
        int count = tokens.number();
        tokens.symbol(',');
        List<SignaturePolicy> rules = arguments();
        if (count > rules.size() + 1) {
            throw tokens.refusal("at most " + (rules.size() + 1) + " of " + rules.size() + " rules, not " + count);
        }
        return outOf(count, rules);
    }

    private List<SignaturePolicy> arguments() {
        List<SignaturePolicy> rules = new ArrayList<>();
        do {
            rules.add(tokens.isQuoted() ? signedBy(tokens.quoted()) : gate());
        } while (tokens.skip(','));
        tokens.symbol(')');
        return rules;
    }

    private SignaturePolicy signedBy(String principal) {
        int dot = principal.lastIndexOf('.');
        String mspId = principal.substring(0, Math.max(dot, 0));
        if (mspId.isEmpty() || !mspId.chars().allMatch(PolicyTokens::isMspIdCharacter)) {
            throw tokens.refusal("a principal 'MspId.role', not '" + principal + "'");
        }
        envelope.addIdentities(MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role(principal.substring(dot + 1)))
                        .build()
                        .toByteString()));
        return SignaturePolicy.newBuilder()
                .setSignedBy(envelope.getIdentitiesCount() - 1)
                .build();
    }

    private MSPRoleType role(String name) {
        return switch (name) {
            case "member" -> MSPRoleType.MEMBER;
            case "admin" -> MSPRoleType.ADMIN;
            case "client" -> MSPRoleType.CLIENT;
            case "peer" -> MSPRoleType.PEER;
            case "orderer" -> MSPRoleType.ORDERER;
            default -> throw tokens.refusal("a role member, admin, client, peer or orderer, not " + name);
        };
    }

    private static SignaturePolicy allOf(List<SignaturePolicy> rules) {
        return outOf(rules.size(), rules);
    }

    private static SignaturePolicy outOf(int count, List<SignaturePolicy> rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(count).addAllRules(rules))
                .build();
    }
}
