package io.provenant.network.fabric.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.FabricException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaincodePackageTest {

    // SHA-256 of the three bytes "abc" (FIPS 180-2, B.1)
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String LABEL = "provenant_1.2.0_" + DIGEST;

    @TempDir
    private Path folder;

    @Test
    void a_label_names_chaincode_version_and_the_digest_of_the_jar() throws IOException {
        Path jar = Files.writeString(folder.resolve("chaincode.jar"), "abc");

        CodeLabel label = CodeLabel.of("provenant", "1.2.0", jar);

        assertThat(label.text()).isEqualTo(LABEL);
        assertThat(CodeLabel.parse(LABEL)).isEqualTo(label);
        assertThat(CodeLabel.parse("notes_1").digest()).isEmpty();
        assertThatThrownBy(() -> CodeLabel.parse("provenant"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<name>_<version>");
    }

    @Test
    void the_digest_stands_in_the_label_and_inside_the_code() throws IOException {
        byte[] archive = Files.readAllBytes(ChaincodePackage.of(LABEL).write(folder));

        assertThat(text(TarGz.read(archive, "metadata.json"))).contains("\"label\":\"" + LABEL + "\"", "\"ccaas\"");
        assertThat(text(TarGz.read(TarGz.read(archive, "code.tar.gz"), "code.sha256")))
                .isEqualTo(DIGEST + "  chaincode.jar\n");
    }

    @Test
    void equal_labels_make_equal_bytes_and_one_id() throws IOException {
        Path file = ChaincodePackage.of(LABEL).write(folder);

        assertThat(ChaincodePackage.read(file).id())
                .isEqualTo(ChaincodePackage.of(LABEL).id());
        assertThat(ChaincodePackage.of(LABEL).id()).startsWith(LABEL + ":");
        assertThat(ChaincodePackage.of("provenant_1.2.1_" + DIGEST).id())
                .isNotEqualTo(ChaincodePackage.of(LABEL).id());
    }

    @Test
    void what_is_no_package_is_refused_with_a_next_step() throws IOException {
        Path text = Files.writeString(folder.resolve("text.tgz"), "not a package");
        byte[] whole = Files.readAllBytes(ChaincodePackage.of(LABEL).write(folder));
        Path cut = Files.write(folder.resolve("cut.tgz"), Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.write(
                folder.resolve("other.tgz"), TarGz.of(new java.util.TreeMap<>(java.util.Map.of("a", new byte[3]))));

        for (Path file : new Path[] {text, cut, other}) {
            assertThatThrownBy(() -> ChaincodePackage.read(file))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining(file + " is no chaincode package")
                    .hasMessageContaining("next: make it with");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
