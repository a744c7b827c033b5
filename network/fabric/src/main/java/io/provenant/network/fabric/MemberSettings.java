package io.provenant.network.fabric;

import java.util.List;

/** An organisation of the channel: its MSP id and the domain its nodes are named in. It runs one peer. */
public record MemberSettings(String mspId, String domain) {

    /** Exchange, regulator and association. */
    public static List<MemberSettings> market() {
        return List.of(
                new MemberSettings("ExchangeMSP", "exchange.example"),
                new MemberSettings("RegulatorMSP", "regulator.example"),
                new MemberSettings("AssociationMSP", "association.example"));
    }
}
