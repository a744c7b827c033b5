package io.provenant.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A verifier runs on a laptop without a network: nothing that serves, stores or calls is within its reach. */
class ProofWallsTest {

    private static final JavaClasses PROOF = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.provenant.proof");

    @Test
    void proof_depends_on_the_model_the_messages_of_fabric_and_bouncy_castle_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.provenant.proof..",
                        "io.provenant.canonical..",
                        "io.provenant.merkle..",
                        "io.provenant.ledger..",
                        "org.hyperledger.fabric.protos..",
                        "com.google.protobuf..",
                        "org.bouncycastle..",
                        "org.jspecify.annotations..",
                        "java.lang..",
                        "java.io..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "javax.security.auth.x500..")
                .check(PROOF);
    }

    @Test
    void a_kind_of_proof_knows_nothing_of_the_order_of_the_checks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.provenant.proof")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.provenant.proof")
                .check(PROOF);
    }

    @Test
    void no_server_database_or_network_library_is_on_the_class_path() {
        List<String> strangers = List.of(
                "io.grpc.ManagedChannel",
                "io.grpc.stub.AbstractStub",
                "io.netty.channel.Channel",
                "org.hyperledger.fabric.client.Gateway",
                "org.springframework.context.ApplicationContext",
                "jakarta.servlet.Servlet",
                "org.apache.catalina.startup.Tomcat",
                "org.postgresql.Driver",
                "io.provenant.gateway.Gateway",
                "io.provenant.contract.ProvenantChaincode",
                "okhttp3.OkHttpClient");

        assertThat(strangers).filteredOn(ProofWallsTest::isPresent).isEmpty();
    }

    private static boolean isPresent(String className) {
        return ProofWallsTest.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }
}
