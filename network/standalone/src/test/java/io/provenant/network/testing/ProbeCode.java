package io.provenant.network.testing;

import io.grpc.BindableService;
import io.provenant.network.standalone.ledger.JavaCommand;
import io.provenant.network.standalone.ledger.LedgerCode;
import java.util.List;
import java.util.Optional;

/** The probe as a ledger runs it. */
record ProbeCode() implements LedgerCode {

    @Override
    public String chaincode() {
        return "probe";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String label() {
        return "probe_1";
    }

    @Override
    public BindableService inProcess() {
        return new ProbeChaincode(label() + ":1").asService();
    }

    @Override
    public List<String> command() {
        return JavaCommand.of(ProbeChaincode.class);
    }

    @Override
    public Optional<String> collections(List<String> mspIds) {
        return Optional.of(ProbeCollections.json(mspIds));
    }
}
