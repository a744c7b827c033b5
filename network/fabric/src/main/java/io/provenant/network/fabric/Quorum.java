package io.provenant.network.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which organisations act for the market together, as a signature policy in Fabric's text form: two voices, where all
 * exchanges together are one. It names its organisations; whoever joins later changes it only when somebody changes it.
 */
public final class Quorum {

    private static final int VOICES = 2;

    private final List<MemberSettings> members;

    private Quorum(List<MemberSettings> members) {
        this.members = List.copyOf(members);
    }

    /** The quorum of these members; those without a voice are not in it. */
    public static Quorum of(List<MemberSettings> members) {
        return new Quorum(members);
    }

    /** The policy that asks for their peers: endorsement of chaincode and of its life cycle. */
    public String ofPeers() {
        return policy("peer");
    }

    /** The policy that asks for their admins: changes of the channel. */
    public String ofAdmins() {
        return policy("admin");
    }

    // Fabric counts a signature once in a policy, so the voices must not share an organisation: AND(OR(r, a), OutOf(2,
    // …))
    // would ask for three signatures.
    private String policy(String role) {
        List<String> voices = new ArrayList<>();
        List<String> exchanges = principals(Voice.EXCHANGES, role);
        boolean isTold = false;
        for (MemberSettings member : members) {
            if (member.voice() == Voice.OWN) {
                voices.add(principal(member, role));
            } else if (member.voice() == Voice.EXCHANGES && !isTold) {
                voices.add(exchanges.size() == 1 ? exchanges.get(0) : "OR(" + String.join(", ", exchanges) + ")");
                isTold = true;
            }
        }
        if (voices.isEmpty() || (voices.size() < VOICES && members.size() > 1)) {
            throw new IllegalArgumentException(
                    "one voice is no quorum for others, all exchanges are one, and there is no other voice among "
                            + members.stream().map(MemberSettings::mspId).toList());
        }
        return voices.stream()
                .collect(Collectors.joining(", ", "OutOf(" + Math.min(VOICES, voices.size()) + ", ", ")"));
    }

    private List<String> principals(Voice voice, String role) {
        return members.stream()
                .filter(member -> member.voice() == voice)
                .map(member -> principal(member, role))
                .toList();
    }

    private static String principal(MemberSettings member, String role) {
        return "'" + member.mspId() + "." + role + "'";
    }
}
