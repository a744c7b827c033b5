package io.provenant.network.standalone;

import io.grpc.BindableService;
import io.provenant.contract.ChaincodeService;
import io.provenant.contract.CodeDigest;
import io.provenant.contract.ProvenantChaincode;
import io.provenant.gateway.Release;
import io.provenant.gateway.ledger.CollectionDefinitions;
import io.provenant.network.standalone.ledger.JavaCommand;
import io.provenant.network.standalone.ledger.LedgerCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The product's chaincode as this JVM has it: from {@code chaincode.jar} where that is first on the class path. */
public record ProvenantCode() implements LedgerCode {

    private static final List<String> ROLES = List.of("exchange", "regulator", "association", "member");
    private static final int DIGITS = 8;

    @Override
    public String chaincode() {
        return "provenant";
    }

    /** Other code of the same release is another version, so that a ledger that goes on takes it in as an upgrade. */
    @Override
    public String version() {
        return Release.version() + "+" + CodeDigest.ofRunningCode().substring(0, DIGITS);
    }

    @Override
    public String label() {
        return chaincode() + "_" + Release.version() + "_" + CodeDigest.ofRunningCode();
    }

    // One object a peer, as each has a process of its own on a real network.
    @Override
    public BindableService inProcess() {
        String digest = CodeDigest.ofRunningCode();
        return new ProvenantChaincode(label() + ":" + digest, digest).asService();
    }

    @Override
    public List<String> command() {
        return JavaCommand.of(ChaincodeService.class);
    }

    /** For an exchange, a regulator, an association and further members, in this order. */
    @Override
    public Optional<String> collections(List<String> mspIds) {
        List<String> organisations = new ArrayList<>();
        for (String mspId : mspIds) {
            organisations.add(ROLES.get(Math.min(organisations.size(), ROLES.size() - 1)) + "=" + mspId);
        }
        return Optional.of(CollectionDefinitions.of(organisations));
    }
}
