package io.provenant.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rooms of the gateway app and the doors between them, as each package says of itself. */
class GatewayWallsTest {

    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.provenant.gateway");

    @Test
    void no_two_rooms_depend_on_each_other() {
        slices().matching("io.provenant.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(GATEWAY);
    }

    @Test
    void nothing_depends_on_the_wiring_the_routes_or_the_command_line() {
        noClasses()
                .that()
                .resideInAnyPackage("io.provenant.gateway.*..")
                .and()
                .resideOutsideOfPackages("io.provenant.gateway.api..", "io.provenant.gateway.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.provenant.gateway", "io.provenant.gateway.api..", "io.provenant.gateway.cli..")
                .check(GATEWAY);
        noClasses()
                .that()
                .resideInAPackage("io.provenant.gateway.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.provenant.gateway", "io.provenant.gateway.cli..")
                .check(GATEWAY);
    }

    @Test
    void each_room_stays_out_of_what_is_not_its_business() {
        Map<String, String[]> closed = new TreeMap<>();
        closed.put("vault", new String[] {"log", "consent", "ledger", "index", "desk", "security"});
        closed.put("log", new String[] {"ledger", "index", "desk", "security", "interop", "evidence"});
        closed.put("consent", new String[] {"ledger", "index", "desk", "security"});
        closed.put("interop", new String[] {"ledger", "index", "desk", "security"});
        closed.put("security", new String[] {"ledger", "index", "desk", "log", "vault"});
        closed.put("ledger", new String[] {"index", "desk", "vault", "security"});
        closed.put("index", new String[] {"desk", "vault", "security"});
        closed.put("evidence", new String[] {"index", "desk", "vault", "security"});
        closed.forEach((room, others) -> {
            for (String other : others) {
                noClasses()
                        .that()
                        .resideInAPackage("io.provenant.gateway." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.provenant.gateway." + other + "..")
                        .check(GATEWAY);
            }
        });
    }

    @Test
    void no_certificate_authority_and_no_node_of_ours_is_within_reach() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.provenant.network..", "io.provenant.contract..")
                .check(GATEWAY);
    }

    @Test
    void spring_stands_at_the_edge() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.provenant.gateway.log..",
                        "io.provenant.gateway.vault..",
                        "io.provenant.gateway.consent..",
                        "io.provenant.gateway.interop..",
                        "io.provenant.gateway.evidence..",
                        "io.provenant.gateway.ledger..",
                        "io.provenant.gateway.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(GATEWAY);
    }
}
