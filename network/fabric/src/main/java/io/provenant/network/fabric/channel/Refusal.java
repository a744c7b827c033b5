package io.provenant.network.fabric.channel;

import io.provenant.network.fabric.FabricException;
import java.util.List;

/** What Fabric's refusals mean, and what to do next; Fabric's own words stay at the end. */
final class Refusal {

    /** Words that Fabric says, their cause, and the next step. */
    private record Row(String words, String cause, String next) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "is not defined",
                    "the channel has no definition of this chaincode",
                    "have the organisations approve sequence 1, then commit it"),
            new Row(
                    "is larger than requested sequence",
                    "this sequence was committed long ago",
                    "leave --sequence away to approve the next one"),
            new Row(
                    "but new definition must be sequence",
                    "the sequence is not the next one of the channel",
                    "leave --sequence away, or name the one that Fabric names"),
            new Row(
                    "requested sequence",
                    "the sequence is not the next one of the channel",
                    "leave --sequence away, or name the one that Fabric names"),
            new Row(
                    "attempted to redefine the current committed sequence",
                    "this sequence is committed with another version, endorsement policy or collections",
                    "approve exactly what is committed, or the next sequence for a change; \"status\" shows what is"
                            + " committed"),
            new Row(
                    "not agreed to by this org",
                    "an organisation whose peer was asked has not approved exactly this definition",
                    "have it approve the same version, sequence, policy and collections; \"status\" shows who has"),
            new Row(
                    "ENDORSEMENT_POLICY_FAILURE",
                    "too few organisations signed: the channel wants two voices, and all exchanges together are one",
                    "have a regulator or an association approve, then commit again"),
            new Row(
                    "does not exist",
                    "the package is not installed on this organisation's peer",
                    "install it there first; every organisation installs on its own peer"),
            new Row(
                    "could not parse as a package",
                    "the file is no chaincode package",
                    "make it with \"chaincode package\", or take another organisation's unchanged"),
            new Row(
                    "creator org unknown",
                    "the certificate is of no organisation that this peer's channel knows",
                    "look at the MSP id and the admin's folder; a new organisation joins the channel first"),
            new Row(
                    "access denied",
                    "the certificate may not do this on this peer",
                    "use the admin certificate of the peer's own organisation"),
            new Row(
                    "signature set did not satisfy policy",
                    "too few admins signed this change of the channel: it wants two voices, and all exchanges together are"
                            + " one",
                    "have the admin of a regulator or an association sign it too"),
            new Row(
                    "connection refused",
                    "nothing listens at the address of the peer or the orderer",
                    "start it, and look at its log"),
            new Row("failed to create deliver client", "the orderer does not answer", "start it, and look at its log"));

    private Refusal() {}

    static FabricException of(String what, Command.Result result) {
        String words = lastWords(result.output());
        return ROWS.stream()
                .filter(row -> result.output().contains(row.words()))
                .findFirst()
                .map(row -> new FabricException(
                        what + ": " + row.cause() + "\nnext: " + row.next() + "\nFabric says: " + words))
                .orElseGet(() -> new FabricException(what + ": Fabric refuses it\nFabric says: " + words));
    }

    private static String lastWords(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.startsWith("Error: "))
                .findFirst()
                .orElse(lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1));
    }
}
