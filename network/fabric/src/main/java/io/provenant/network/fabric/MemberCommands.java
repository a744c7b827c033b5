package io.provenant.network.fabric;

import io.provenant.network.fabric.membership.Membership;
import io.provenant.network.fabric.node.NetworkFile;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code scripts/network add-member}, {@code add-exchange} and {@code remove-member}. */
final class MemberCommands {

    private final NetworkOptions options;
    private final Membership membership;
    private final PrintStream out;

    MemberCommands(NetworkOptions options, Membership membership, PrintStream out) {
        this.options = options;
        this.membership = membership;
        this.out = out;
    }

    void add(Voice voice) {
        MemberSettings member = new MemberSettings(
                options.required("msp-id"), options.required("domain"), voice, !options.isOn("no-peer"));
        List<String> signers = signers();
        boolean isRedefined =
                voice != Voice.NONE || options.optional("collections").isPresent();
        membership.add(member, signers, isRedefined);
        options.keepCollections();
        out.println(member.mspId() + " is on the channel, signed for by " + String.join(" and ", signers)
                + (member.hasPeer() ? "; its gateway has the chaincode endorsed" : "; it runs no peer"));
        out.println("endorsed by: " + Quorum.of(members()).ofPeers());
    }

    void remove() {
        String mspId = options.required("msp-id");
        List<String> signers = signers();
        membership.remove(mspId, signers, options.optional("collections").isPresent());
        options.keepCollections();
        out.println(mspId + " is off the channel, signed for by " + String.join(" and ", signers)
                + "; its keys and its ledger stay in its folder");
        out.println("endorsed by: " + Quorum.of(members()).ofPeers());
    }

    /** Those that are named, else the first two voices. */
    private List<String> signers() {
        if (options.optional("signed-by").isPresent()) {
            return List.of(options.required("signed-by").split(",", -1));
        }
        List<String> signers = new ArrayList<>();
        boolean isExchangeIn = false;
        for (MemberSettings member : members()) {
            boolean hasNewVoice = member.voice() == Voice.OWN || (member.voice() == Voice.EXCHANGES && !isExchangeIn);
            if (hasNewVoice && signers.size() < 2) {
                signers.add(member.mspId());
                isExchangeIn |= member.voice() == Voice.EXCHANGES;
            }
        }
        return signers;
    }

    private List<MemberSettings> members() {
        return NetworkFile.read(options.folder()).orElseThrow().members();
    }
}
