package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeDigestTest {

    private static final String RUNNING = "a".repeat(64);
    private static final String PACKAGE = "b".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void the_digest_of_a_jar_is_sha_256_of_the_file() throws IOException {
        Path jar = Files.write(folder.resolve("chaincode.jar"), "chaincode.jar".getBytes(StandardCharsets.US_ASCII));

        // domain 3a.18 (g)
        assertThat(CodeDigest.of(jar)).isEqualTo("e9b385f579fd6fa946f9711e93a50d587381890e18dfad77ff078826877f65c0");
    }

    @Test
    void code_from_class_files_says_that_it_is_not_packaged() {
        assertThat(CodeDigest.ofRunningCode()).isEqualTo("0".repeat(64));
    }

    @Test
    void the_package_made_for_this_jar_matches() {
        CodeDigest.requireMatch("provenant_0.1.0_" + RUNNING + ":" + PACKAGE, RUNNING);
    }

    @Test
    void the_package_made_for_another_jar_does_not() {
        assertThatThrownBy(() -> CodeDigest.requireMatch("provenant_0.1.0_" + PACKAGE + ":" + RUNNING, RUNNING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(PACKAGE)
                .hasMessageContaining(RUNNING)
                .hasMessageContaining("install its package");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "provenant:1",
                "provenant_0.1.0:cccc",
                "provenant_0.1.0_aaaa:bbbb",
                "provenant_0.1.0_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:bbbb",
            })
    void a_package_id_without_the_label_is_refused(String packageId) {
        assertThatThrownBy(() -> CodeDigest.requireMatch(packageId, RUNNING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("label provenant_");
    }
}
