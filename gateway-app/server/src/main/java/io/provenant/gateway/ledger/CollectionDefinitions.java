package io.provenant.gateway.ledger;

import io.provenant.document.OwnCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The private collections that the chaincode's definition needs, in the JSON form of Fabric's {@code
 * --collections-config}: one for each organisation alone, and those that authorities share (domain 3.8). Only members
 * read and write them, and any of their peers endorses.
 */
public final class CollectionDefinitions {

    private static final String NAMES =
            "exchange=MSP regulator=MSP association=MSP [member=MSP ...], each perhaps several times";

    private final NavigableSet<String> exchanges = new TreeSet<>();
    private final NavigableSet<String> regulators = new TreeSet<>();
    private final NavigableSet<String> associations = new TreeSet<>();
    private final NavigableSet<String> members = new TreeSet<>();

    private CollectionDefinitions() {}

    /** The definitions for organisations given as {@code role=MSP id}. */
    public static String of(List<String> organisations) {
        CollectionDefinitions definitions = new CollectionDefinitions();
        organisations.forEach(definitions::add);
        return definitions.json();
    }

    private void add(String organisation) {
        String[] parts = organisation.split("=", 2);
        if (parts.length < 2 || !parts[1].matches("[A-Za-z0-9.-]{1,64}")) {
            throw new IllegalArgumentException("\"" + organisation + "\" is not one of " + NAMES);
        }
        switch (parts[0]) {
            case "exchange" -> exchanges.add(parts[1]);
            case "regulator" -> regulators.add(parts[1]);
            case "association" -> associations.add(parts[1]);
            case "member" -> members.add(parts[1]);
            default -> throw new IllegalArgumentException("\"" + organisation + "\" is not one of " + NAMES);
        }
    }

    private String json() {
        if (exchanges.isEmpty() || regulators.isEmpty() || associations.isEmpty()) {
            throw new IllegalArgumentException("name an exchange, a regulator and an association: " + NAMES);
        }
        List<String> collections = new ArrayList<>();
        for (String mspId : union(List.of(exchanges, regulators, associations, members))) {
            collections.add(collection(OwnCollection.of(mspId), new TreeSet<>(List.of(mspId))));
        }
        collections.add(collection("pdcCase", union(List.of(exchanges, regulators, associations))));
        collections.add(collection("pdcInspection", union(List.of(regulators, associations))));
        collections.add(collection("pdcListing", union(List.of(regulators, associations))));
        return "[\n" + String.join(",\n", collections) + "\n]\n";
    }

    // A second copy is in the vault of whoever deposits: a peer that is down holds nobody up.
    private static String collection(String name, NavigableSet<String> mspIds) {
        return String.format(Locale.ROOT, """
                {"name": "%s", "policy": "%s", "requiredPeerCount": 0, "maxPeerCount": 2, "blockToLive": 0,
                 "memberOnlyRead": true, "memberOnlyWrite": true,
                 "endorsementPolicy": {"signaturePolicy": "%s"}}""", name, anyOf(mspIds, "member"), anyOf(mspIds, "peer"));
    }

    private static String anyOf(NavigableSet<String> mspIds, String role) {
        List<String> principals =
                mspIds.stream().map(mspId -> "'" + mspId + "." + role + "'").toList();
        return "OR(" + String.join(", ", principals) + ")";
    }

    private static NavigableSet<String> union(List<NavigableSet<String>> some) {
        NavigableSet<String> all = new TreeSet<>();
        some.forEach(all::addAll);
        return all;
    }
}
