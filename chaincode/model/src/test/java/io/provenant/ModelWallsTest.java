package io.provenant;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.provenant.ledger.ParsedSections;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.ledger.SignatureCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules compile with nothing but the JDK and JSpecify, and each package keeps to what it says of itself. */
class ModelWallsTest {

    private static final JavaClasses MODEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("io.provenant");
    private static final Path SOURCES =
            Path.of(System.getProperty("project.root", "."), "chaincode", "model", "src", "main", "java");
    private static final Pattern PACKAGE = Pattern.compile("\\{@code ([a-z.]+)}");

    @Test
    void the_model_is_there() {
        assertThat(MODEL.size()).isGreaterThan(200);
    }

    // The one memory between commands, parsed sections under their hash, may be concurrent (determinism D19).
    @Test
    void the_rules_use_the_jdks_values_and_collections_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.provenant..",
                                "java.lang",
                                "java.lang.annotation",
                                "java.lang.invoke",
                                "java.lang.runtime",
                                "java.nio",
                                "java.nio.charset",
                                "java.util",
                                "java.util.function",
                                "java.util.regex",
                                "java.util.stream",
                                "org.jspecify.annotations")
                        .or(type(ByteArrayOutputStream.class))
                        .or(type(LocalDate.class)))
                .check(MODEL.that(
                        describe("no cache of sections", type -> !type.isEquivalentTo(ParsedSections.class))));
    }

    @Test
    void there_are_no_floating_point_numbers() {
        DescribedPredicate<JavaClass> floating = describe(
                "floating point",
                type -> List.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getName()));

        fields().should().notHaveRawType(floating).check(MODEL);
        methods().should().notHaveRawReturnType(floating).check(MODEL);
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "java.lang.Double or Float",
                        type -> floating.test(type) && type.getName().startsWith("java.")))
                .check(MODEL);
    }

    // What survives a call differs between a warm and a cold peer (determinism D19).
    @Test
    void there_is_no_static_state_that_changes() {
        fields().that().areStatic().should().beFinal().check(MODEL);
        fields().should().notHaveModifier(JavaModifier.VOLATILE).check(MODEL);
        methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED).check(MODEL);
    }

    static Stream<String> packages() {
        return MODEL.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring("io.provenant.".length()))
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_depends_on_what_its_package_info_says(String name) {
        List<String> allowed = allowed(name);

        List<String> strangers = MODEL.stream()
                .filter(type -> type.getPackageName().equals("io.provenant." + name))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .filter(target -> target.getPackageName().startsWith("io.provenant."))
                .filter(target -> !isSignaturePort(name, target))
                .map(target -> target.getPackageName().substring("io.provenant.".length()))
                .filter(target -> !allowed.contains(target))
                .distinct()
                .sorted()
                .toList();
        assertThat(strangers).as("what %s uses and does not declare", name).isEmpty();
    }

    private static List<String> allowed(String name) {
        Path packageInfo =
                SOURCES.resolve("io/provenant").resolve(name.replace('.', '/')).resolve("package-info.java");
        String says = read(packageInfo);
        assertThat(says).as("package-info of %s", name).contains("epend");
        if (says.contains("every package of the model")) {
            return packages().toList();
        }
        List<String> declared = PACKAGE.matcher(says.substring(says.indexOf("epend")))
                .results()
                .map(found -> found.group(1))
                .toList();
        Stream<String> inherited = says.contains("what these may depend on")
                ? declared.stream().flatMap(other -> allowed(other).stream())
                : Stream.empty();
        return Stream.of(Stream.of(name), declared.stream(), inherited)
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSignaturePort(String name, JavaClass target) {
        return name.equals("merkle")
                && (target.isEquivalentTo(SignatureCheck.class) || target.isEquivalentTo(SignatureAlgorithm.class));
    }
}
