package io.provenant.network.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class EmbeddedWallsTest {

    private static final String ROOT = "io.provenant.network.embedded";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void nothing_of_the_project_is_known_to_the_node() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "javax..",
                        "io.grpc..",
                        "com.google..",
                        "org.hyperledger.fabric.protos..",
                        "org.bouncycastle..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void the_ledger_knows_no_network() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".access..",
                        ROOT + ".msp..",
                        ROOT + ".rwset..",
                        ROOT + ".state..",
                        ROOT + ".block..",
                        ROOT + ".validation..",
                        ROOT + ".ledger..",
                        ROOT + ".json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.grpc..",
                        ROOT + ".chaincode..",
                        ROOT + ".endorser..",
                        ROOT + ".gateway..",
                        ROOT + ".deliver..",
                        ROOT + ".order..",
                        ROOT + ".node..")
                .check(MAIN);
    }

    @Test
    void nobody_but_the_node_puts_the_services_together() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".node..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".chaincode..", ROOT + ".order..", ROOT + ".deliver..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".gateway..", ROOT + ".endorser..")
                .check(MAIN);
    }
}
