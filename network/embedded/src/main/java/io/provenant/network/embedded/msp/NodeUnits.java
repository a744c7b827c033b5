package io.provenant.network.embedded.msp;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** The organisational units that say whether a certificate is a client's, a peer's, an admin's or an orderer's. */
final class NodeUnits {

    private record Unit(String name, Optional<X509Certificate> issuer) {

        boolean isMetBy(Collection<String> units, X509Certificate actualIssuer) {
            return units.contains(name) && issuer.map(actualIssuer::equals).orElse(true);
        }
    }

    private final boolean enforced;
    private final Map<MSPRoleType, Unit> units;

    private NodeUnits(boolean enforced, Map<MSPRoleType, Unit> units) {
        this.enforced = enforced;
        this.units = Collections.unmodifiableMap(units);
    }

    static NodeUnits of(FabricNodeOUs configuration) {
        Map<MSPRoleType, Unit> units = new EnumMap<>(MSPRoleType.class);
        if (configuration.getEnable()) {
            put(units, MSPRoleType.CLIENT, configuration.getClientOuIdentifier());
            put(units, MSPRoleType.PEER, configuration.getPeerOuIdentifier());
            put(units, MSPRoleType.ADMIN, configuration.getAdminOuIdentifier());
            put(units, MSPRoleType.ORDERER, configuration.getOrdererOuIdentifier());
        }
        return new NodeUnits(configuration.getEnable(), units);
    }

    private static void put(Map<MSPRoleType, Unit> units, MSPRoleType role, FabricOUIdentifier identifier) {
        String name = identifier.getOrganizationalUnitIdentifier();
        if (name.isEmpty()) {
            return;
        }
        Optional<X509Certificate> issuer = identifier.getCertificate().isEmpty()
                ? Optional.empty()
                : Optional.of(Certificates.require("the issuer of unit " + name, identifier.getCertificate()));
        units.put(role, new Unit(name, issuer));
    }

    /** Whether a certificate may belong to a member at all: where units are enforced it carries exactly one of them. */
    boolean admits(Collection<String> certificateUnits, X509Certificate issuer) {
        if (!enforced) {
            return true;
        }
        List<Unit> named = units.values().stream()
                .filter(unit -> certificateUnits.contains(unit.name()))
                .toList();
        return named.size() == 1 && named.get(0).isMetBy(certificateUnits, issuer);
    }

    boolean hasRole(Collection<String> certificateUnits, MSPRoleType role) {
        Unit unit = units.get(role);
        return unit != null && certificateUnits.contains(unit.name());
    }
}
