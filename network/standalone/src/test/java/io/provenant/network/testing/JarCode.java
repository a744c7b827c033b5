package io.provenant.network.testing;

import io.grpc.BindableService;
import io.provenant.contract.ProvenantChaincode;
import io.provenant.gateway.Release;
import io.provenant.network.fabric.ServiceJar;
import io.provenant.network.fabric.channel.CodeLabel;
import io.provenant.network.standalone.ProvenantCode;
import io.provenant.network.standalone.ledger.LedgerCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The product's chaincode as it is shipped: one jar, under its own digest. */
public record JarCode(Path jar, String version) implements LedgerCode {

    private static final Path BUILT = Path.of("..", "..", "chaincode", "contract", "target", "chaincode.jar");

    /** The jar that this tree builds. */
    public static JarCode built() {
        return new JarCode(BUILT.toAbsolutePath().normalize(), Release.version());
    }

    @Override
    public String chaincode() {
        return "provenant";
    }

    @Override
    public String label() {
        return CodeLabel.of(chaincode(), version, jar).text();
    }

    /** SHA-256 of the jar, 64 hex digits. */
    public String digest() {
        return CodeLabel.parse(label()).digest().orElseThrow();
    }

    @Override
    public BindableService inProcess() {
        return new ProvenantChaincode(label() + ":" + digest(), digest()).asService();
    }

    @Override
    public List<String> command() {
        return new ServiceJar(jar).command();
    }

    @Override
    public Optional<String> collections(List<String> mspIds) {
        return new ProvenantCode().collections(mspIds);
    }
}
