package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/network} in a tree whose launcher only says which jar it runs from, and stays until its input ends. */
class NetworkScriptTest {

    private static final Path SCRIPTS = Path.of(System.getProperty("project.root", "../.."), "scripts");

    @TempDir
    Path tree;

    private record Running(Process process, Path jar) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }

    /** What takes the place of the launcher. */
    public static final class Told {

        private Told() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(System.getProperty("java.class.path"));
            System.in.read();
        }
    }

    @BeforeEach
    void a_tree_that_is_built() throws IOException {
        Files.createDirectories(tree.resolve("scripts"));
        for (String script : List.of("lib.sh", "network")) {
            Files.copy(
                    SCRIPTS.resolve(script),
                    tree.resolve("scripts").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(tree.resolve("pom.xml"), "  <version>0.0.1</version>\n");
        for (String module : List.of("network/fabric", "chaincode/contract", "gateway-app")) {
            Path target = Files.createDirectories(tree.resolve(module).resolve("target"));
            Files.createFile(target.resolve("built"));
        }
        build(Instant.now().minusSeconds(60));
    }

    @Test
    void a_network_that_is_up_keeps_its_launcher_when_another_is_built_for_a_network_in_another_folder()
            throws IOException {
        try (Running first = start("up", "--folder", "one")) {
            byte[] launcher = Files.readAllBytes(built());
            awaitNextSecond();
            build(Instant.now());
            try (Running second = start("up", "--folder", "two")) {
                assertThat(second.jar()).isNotEqualTo(first.jar()).hasSameBinaryContentAs(built());
                assertThat(first.jar()).hasBinaryContent(launcher);
            }
        }
    }

    @Test
    void a_launcher_that_no_network_runs_from_goes_when_another_is_built() throws IOException {
        Running first = start("up", "--folder", "one");
        first.close();
        Path classes = Files.createFile(
                first.jar().resolveSibling(first.jar().getFileName().toString().replace(".jar", "-java17.jsa")));
        awaitNextSecond();
        build(Instant.now());

        try (Running second = start("up", "--folder", "one")) {
            assertThat(second.jar()).exists();
            assertThat(first.jar()).doesNotExist();
            assertThat(classes).doesNotExist();
        }
    }

    @Test
    void what_is_built_once_is_copied_once() throws IOException {
        Running first = start("up", "--folder", "one");
        first.close();
        awaitNextSecond();

        try (Running second = start("up", "--folder", "one");
                Running status = start("status", "--folder", "one")) {
            assertThat(second.jar()).isEqualTo(first.jar());
            assertThat(status.jar()).isEqualTo(first.jar());
        }
    }

    private Path built() {
        return tree.resolve("network/fabric/target/network.jar");
    }

    private void build(Instant at) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Told.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Built"), at.toString());
        String name = Told.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(built()), manifest);
                InputStream told = Objects.requireNonNull(Told.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new JarEntry(name));
            told.transferTo(jar);
        }
        Files.setLastModifiedTime(built(), FileTime.from(at));
    }

    private Running start(String... arguments) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(tree.resolve("scripts/network").toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String told = Objects.requireNonNull(output.readLine(), "the launcher says where it is");
        assertThat(told).endsWith(".jar");
        return new Running(process, Path.of(told));
    }

    /** The names of copies differ by the second. */
    private static void awaitNextSecond() {
        long second = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > second);
    }
}
