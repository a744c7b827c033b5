package io.provenant.network.fabric;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.fabric.channel.Operator;
import io.provenant.network.fabric.node.PeerPlace;
import io.provenant.network.fabric.node.Services;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code scripts/network chaincode}: what an organisation's operator does about the chaincode, one step a command. */
final class ChaincodeCommands {

    private final NetworkOptions options;
    private final ChaincodeSteps steps;
    private final PrintStream out;

    ChaincodeCommands(NetworkOptions options, ChaincodeSteps steps, PrintStream out) {
        this.options = options;
        this.steps = steps;
        this.out = out;
    }

    void run(String step) {
        switch (step) {
            case "package" -> makePackage();
            case "install" -> install(organisation());
            case "approve" -> approve(organisation());
            case "commit" -> commit(organisation());
            case "status" -> status();
            case "upgrade" -> upgrade();
            default ->
                throw new IllegalArgumentException(
                        "the step is package, install, approve, commit, status or upgrade, not \"" + step + "\"");
        }
    }

    private void makePackage() {
        ChaincodePackage made = ChaincodePackage.of(options.label().text());
        Path file = made.write(
                Path.of(options.optional("output").orElse(".")).toAbsolutePath().normalize());
        out.println("package " + file);
        out.println("package id " + made.id());
    }

    private void install(String mspId) {
        CodeLabel label = packaged();
        options.keep(label, options.jar());
        Path file = options.optional("package")
                .map(Path::of)
                .orElseGet(() -> ChaincodePackage.of(label.text())
                        .write(steps.operator(mspId).peer().packages()));
        out.println("installed on the peer of " + mspId + ": " + steps.install(mspId, file, options.command(label)));
    }

    /** The label of the package, which must be the one of the jar. */
    private CodeLabel packaged() {
        Optional<String> file = options.optional("package");
        if (file.isEmpty()) {
            return options.label();
        }
        CodeLabel label =
                CodeLabel.parse(ChaincodePackage.read(Path.of(file.get())).label());
        CodeLabel jar = CodeLabel.of(label.name(), label.version(), options.jar());
        if (!jar.equals(label)) {
            throw new FabricException("the package was made from another jar: its label names "
                    + label.digest().orElse("no digest") + ", " + options.jar() + " is "
                    + jar.digest().orElseThrow()
                    + "\nnext: take the jar that the package was made from, or build it again from the same version");
        }
        return label;
    }

    private void approve(String mspId) {
        Definition definition = definition(mspId);
        String id = options.optional("package-id")
                .orElseGet(() -> steps.installed(mspId, definition.name(), definition.version()));
        steps.approve(mspId, definition, id);
        out.println(mspId + " approved " + text(definition) + " from " + id);
        if (isCommitted(mspId, definition)) {
            out.println("  it is committed already; " + mspId + " runs it from now on");
            steps.retire(definition.name());
        } else {
            readiness(mspId, definition);
        }
    }

    private boolean isCommitted(String mspId, Definition definition) {
        return steps.operator(mspId)
                .committed(definition.name())
                .filter(now -> now.sequence() >= definition.sequence())
                .isPresent();
    }

    private void commit(String mspId) {
        Definition definition = definition(mspId);
        readiness(mspId, definition);
        steps.commit(mspId, definition);
        options.keepCollections();
        out.println("committed " + text(definition));
        steps.retire(definition.name());
    }

    private void readiness(String mspId, Definition definition) {
        steps.readiness(mspId, definition)
                .forEach((organisation, isApproved) -> out.println(
                        "  " + (isApproved ? "approved" : "not approved") + " exactly this: " + organisation));
    }

    private void status() {
        String name = options.chaincodeName();
        for (PeerPlace peer : steps.plan().peers()) {
            if (options.optional("organisation")
                    .filter(named -> !named.equals(peer.mspId()))
                    .isPresent()) {
                continue;
            }
            Operator operator = steps.operator(peer.mspId());
            Optional<Operator.Committed> committed = operator.committed(name);
            out.println(peer.mspId() + ": "
                    + committed
                            .map(now -> "committed is " + name + " " + now.version() + ", sequence " + now.sequence())
                            .orElse("the channel has no definition of " + name));
            out.println("  runs it from: "
                    + committed
                            .flatMap(now -> operator.approvedPackage(name, now.sequence()))
                            .orElse("nothing, for this organisation has not approved it"));
            operator.installed().forEach(id -> out.println("  installed: " + id));
            Services.of(peer).labels().forEach(label -> out.println("  service: " + label));
        }
        options.optional("version").ifPresent(version -> {
            String mspId = options.optional("organisation")
                    .orElse(steps.plan().peers().get(0).mspId());
            Definition definition = definition(mspId);
            out.println(text(definition) + (isCommitted(mspId, definition) ? " is committed" : ":"));
            if (!isCommitted(mspId, definition)) {
                readiness(mspId, definition);
            }
        });
    }

    /** All steps, for all organisations. */
    private void upgrade() {
        options.label();
        List<String> mspIds =
                steps.plan().peers().stream().map(PeerPlace::mspId).toList();
        mspIds.forEach(this::install);
        mspIds.forEach(this::approve);
        if (!isCommitted(mspIds.get(0), definition(mspIds.get(0)))) {
            commit(mspIds.get(0));
        }
    }

    private Definition definition(String mspId) {
        Definition next =
                steps.definition(mspId, options.chaincodeName(), options.required("version"), options.collections());
        return options.sequence()
                .map(sequence ->
                        new Definition(next.name(), next.version(), sequence, next.policy(), next.collections()))
                .orElse(next);
    }

    private String organisation() {
        return options.required("organisation");
    }

    private static String text(Definition definition) {
        return definition.name() + " " + definition.version() + ", sequence " + definition.sequence();
    }
}
