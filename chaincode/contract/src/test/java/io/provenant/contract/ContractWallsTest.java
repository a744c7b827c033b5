package io.provenant.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;

/** The binding to Fabric: the shim behind the model's ports, and nothing by which two peers could differ. */
class ContractWallsTest {

    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.provenant.contract");
    private static final Path SOURCES = Path.of(System.getProperty("project.root", "."), "chaincode");

    private static final List<String> HARMLESS = List.of(
            "delState",
            "getArgs",
            "getChannelId",
            "getCreator",
            "getPrivateDataHash",
            "getState",
            "getStateByRange",
            "getTransient",
            "getTxId",
            "getTxTimestamp",
            "putPrivateData",
            "putState",
            "setEvent");

    @Test
    void it_depends_on_the_model_the_shim_and_bouncy_castles_lightweight_api() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.provenant.contract",
                        "io.provenant.canonical",
                        "io.provenant.dispatch",
                        "io.provenant.ledger",
                        "org.hyperledger.fabric",
                        "org.hyperledger.fabric.metrics",
                        "org.hyperledger.fabric.protos..",
                        "org.hyperledger.fabric.shim..",
                        "org.hyperledger.fabric.traces",
                        "com.google.protobuf",
                        "io.grpc..",
                        "org.bouncycastle.asn1..",
                        "org.bouncycastle.crypto..",
                        "org.bouncycastle.math..",
                        "org.bouncycastle.util..",
                        "java.lang..",
                        "java.io",
                        "java.math",
                        "java.net",
                        "java.nio..",
                        "java.security",
                        "java.time",
                        "java.util..",
                        "org.jspecify.annotations")
                .check(CONTRACT);
    }

    // CodeDigest hashes the jar at the start of the service, where the JDK's own SHA-256 is many times faster.
    @Test
    void no_jca_provider_decides_what_verifies() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CodeDigest.class.getName())
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.security\\.(Signature|KeyFactory|MessageDigest|Provider|cert\\..*)|javax\\.crypto\\..*")
                .check(CONTRACT);
    }

    // No rich query, page, history, composite key, key policy, private value, other chaincode (determinism D10-D12,
    // D22, D26, D28).
    @Test
    void of_the_stub_only_what_is_the_same_on_all_peers_is_called() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a method of the stub outside " + HARMLESS, ContractWallsTest::isHarmful))
                .check(CONTRACT);
    }

    @Test
    void nothing_in_the_chaincode_names_an_organisation_a_channel_or_a_collection() throws IOException {
        Pattern named = Pattern.compile("\"[^\"]*(?:[A-Za-z]+MSP\\b|pty-[a-z]+\"|market-1|pdc[A-Z][a-z]+\")");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> main = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList();

            assertThat(main).hasSizeGreaterThan(150);
            assertThat(main)
                    .filteredOn(file -> named.matcher(read(file)).find())
                    .isEmpty();
        }
    }

    private static boolean isHarmful(JavaCall<?> call) {
        return call.getTargetOwner().isAssignableTo(ChaincodeStub.class) && !HARMLESS.contains(call.getName());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
