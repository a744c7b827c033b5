package io.provenant.network.fabric;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An organisation of the channel.
 *
 * @param mspId its name on the channel
 * @param domain what its nodes are named in
 * @param voice what it counts for where organisations sign together
 * @param hasPeer whether it runs a peer; one without uses somebody else's gateway
 */
public record MemberSettings(String mspId, String domain, Voice voice, boolean hasPeer) {

    private static final Pattern MSP_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*");

    public MemberSettings {
        if (!MSP_ID.matcher(mspId).matches()) {
            throw new IllegalArgumentException("an MSP id has up to 64 letters, digits, points and hyphens, not \""
                    + mspId + "\": it names a folder, and stands in policies");
        }
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("a domain is like exchange.example, not \"" + domain + "\"");
        }
        if (voice != Voice.NONE && !hasPeer) {
            throw new IllegalArgumentException(mspId + " has a voice and no peer that could sign for it");
        }
    }

    /** A member with a peer and a voice of its own. */
    public MemberSettings(String mspId, String domain) {
        this(mspId, domain, Voice.OWN, true);
    }

    /** Exchange, regulator and association. */
    public static List<MemberSettings> market() {
        return List.of(
                new MemberSettings("ExchangeMSP", "exchange.example", Voice.EXCHANGES, true),
                new MemberSettings("RegulatorMSP", "regulator.example"),
                new MemberSettings("AssociationMSP", "association.example"));
    }
}
