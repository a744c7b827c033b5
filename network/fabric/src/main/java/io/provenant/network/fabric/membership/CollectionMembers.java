package io.provenant.network.fabric.membership;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import io.provenant.network.fabric.MemberSettings;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom private data collections name. Fabric refuses a definition whose collections name an organisation that is no
 * member, and one without a collection that is committed: such a chaincode could never have a next definition.
 */
final class CollectionMembers {

    private static final Pattern PRINCIPAL =
            Pattern.compile("'([A-Za-z0-9.-]+)\\.(?:member|peer|client|admin|orderer)'");

    private CollectionMembers() {}

    /** Refuses collections that name anybody but the members. */
    static void require(FabricSettings settings) {
        Set<String> members =
                settings.members().stream().map(MemberSettings::mspId).collect(Collectors.toSet());
        for (ChaincodeSettings chaincode : settings.chaincodes()) {
            Set<String> others = named(chaincode.collections().orElse(""));
            others.removeAll(members);
            if (!others.isEmpty()) {
                throw new FabricException("the collections of " + chaincode.name() + " name " + others
                        + ", and no such member is on the channel then\nnext: give --collections FILE with the same"
                        + " collections and other policies");
            }
        }
    }

    private static Set<String> named(String collections) {
        return PRINCIPAL
                .matcher(collections)
                .results()
                .map((MatchResult principal) -> principal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
