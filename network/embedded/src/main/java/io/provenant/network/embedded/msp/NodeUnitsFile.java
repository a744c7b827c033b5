package io.provenant.network.embedded.msp;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/**
 * The part of an MSP's {@code config.yaml} that speaks of node units: nested mappings of plain scalars, which is all
 * that Fabric's own tools write there. Anything else in the file is refused rather than passed over.
 */
final class NodeUnitsFile {

    private static final String ROOT = "NodeOUs";
    private static final List<String> ROLES = List.of("Client", "Peer", "Admin", "Orderer");

    private NodeUnitsFile() {}

    /** Reads the text; certificates that it names by file are fetched through the function. */
    static FabricNodeOUs parse(String yaml, Function<String, ByteString> files) {
        Map<String, String> settings = settings(yaml);
        FabricNodeOUs.Builder units = FabricNodeOUs.newBuilder();
        units.setEnable(Boolean.parseBoolean(settings.getOrDefault(ROOT + ".Enable", "false")));
        units.setClientOuIdentifier(unit(settings, "Client", files));
        units.setPeerOuIdentifier(unit(settings, "Peer", files));
        units.setAdminOuIdentifier(unit(settings, "Admin", files));
        units.setOrdererOuIdentifier(unit(settings, "Orderer", files));
        return units.build();
    }

    private static FabricOUIdentifier unit(
            Map<String, String> settings, String role, Function<String, ByteString> files) {
        String prefix = ROOT + "." + role + "OUIdentifier.";
        FabricOUIdentifier.Builder unit = FabricOUIdentifier.newBuilder();
        unit.setOrganizationalUnitIdentifier(settings.getOrDefault(prefix + "OrganizationalUnitIdentifier", ""));
        String certificate = settings.getOrDefault(prefix + "Certificate", "");
        if (!certificate.isEmpty()) {
            unit.setCertificate(files.apply(certificate));
        }
        return unit.build();
    }

    private static Map<String, String> settings(String yaml) {
        Map<String, String> settings = new TreeMap<>();
        Path path = new Path();
        yaml.lines()
                .map(NodeUnitsFile::withoutComment)
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    if (colon < 0) {
                        throw new MspException("config.yaml holds a line that is no \"name: value\": " + line.strip());
                    }
                    String name = path.enter(
                            indentation(line), line.substring(0, colon).strip());
                    String value = unquoted(line.substring(colon + 1).strip());
                    requireKnown(name);
                    if (!value.isEmpty() && settings.put(name, value) != null) {
                        throw new MspException("config.yaml sets " + name + " twice");
                    }
                });
        return settings;
    }

    private static void requireKnown(String name) {
        boolean isKnown = name.equals(ROOT) || name.equals(ROOT + ".Enable");
        for (String role : ROLES) {
            String prefix = ROOT + "." + role + "OUIdentifier";
            isKnown |= name.equals(prefix)
                    || name.equals(prefix + ".OrganizationalUnitIdentifier")
                    || name.equals(prefix + ".Certificate");
        }
        if (!isKnown) {
            throw new MspException("config.yaml sets " + name + ", which is not supported here");
        }
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String unquoted(String value) {
        boolean isQuoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(value.length() - 1) == value.charAt(0);
        return isQuoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The names of the mappings around a line, by indentation. */
    private static final class Path {

        private final TreeMap<Integer, String> names = new TreeMap<>();

        String enter(int indentation, String name) {
            names.tailMap(indentation, true).clear();
            names.put(indentation, name);
            return String.join(".", names.values());
        }
    }
}
