package io.provenant.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricBinariesTest {

    @TempDir
    Path folder;

    @Test
    void without_programs_one_screen_says_how_to_get_them() {
        Map<String, String> environment = Map.of("PATH", "", "HOME", folder.toString());

        assertThat(FabricBinaries.find(environment)).isEmpty();
        assertThatThrownBy(() -> FabricBinaries.require(environment))
                .isInstanceOf(FabricException.class)
                .satisfies(refusal ->
                        assertThat(String.valueOf(refusal.getMessage()).lines()).hasSizeLessThan(24))
                .hasMessageContaining("FABRIC_BIN")
                .hasMessageContaining("hyperledger-fabric-<os>-<arch>-3.1.5.tar.gz")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void a_named_folder_without_programs_is_refused_and_not_passed_over() {
        Map<String, String> environment = Map.of("FABRIC_BIN", folder.toString(), "HOME", folder.toString());

        assertThatThrownBy(() -> FabricBinaries.find(environment))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void the_cache_folder_is_looked_into_last() throws IOException {
        Path cached = install(folder.resolve(".cache/provenant/fabric/3.1.5"), "v3.1.5");
        Map<String, String> environment = Map.of("PATH", "/nowhere", "HOME", folder.toString());

        assertThat(FabricBinaries.require(environment))
                .isEqualTo(new FabricBinaries(cached.resolve("bin"), cached.resolve("config"), "3.1.5"));
    }

    @Test
    void another_version_on_the_path_does_not_hide_the_right_one_behind_it() throws IOException {
        Path old = install(folder.resolve("old"), "v2.5.16");
        Path cached = install(folder.resolve(".cache/provenant/fabric/3.1.5"), "v3.1.5");
        Map<String, String> environment = Map.of("PATH", old.resolve("bin").toString(), "HOME", folder.toString());

        assertThat(FabricBinaries.require(environment).bin()).isEqualTo(cached.resolve("bin"));

        Map<String, String> onlyOld = Map.of(
                "PATH",
                old.resolve("bin").toString(),
                "HOME",
                folder.resolve("elsewhere").toString());
        assertThatThrownBy(() -> FabricBinaries.find(onlyOld))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("2.5.16");
    }

    @Test
    void another_release_line_is_refused_by_its_version() throws IOException {
        Path old = install(folder.resolve("old"), "v2.5.16");
        Map<String, String> environment =
                Map.of("FABRIC_BIN", old.resolve("bin").toString());

        assertThatThrownBy(() -> FabricBinaries.find(environment))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("2.5.16")
                .hasMessageContaining("3.1.5");
    }

    @Test
    void programs_without_their_configuration_are_refused() throws IOException {
        Path half = install(folder.resolve("half"), "v3.1.5");
        Files.delete(half.resolve("config/core.yaml"));
        Map<String, String> environment =
                Map.of("FABRIC_BIN", half.resolve("bin").toString());

        assertThatThrownBy(() -> FabricBinaries.find(environment))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("core.yaml");
    }

    private static Path install(Path home, String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path configuration = Files.createDirectories(home.resolve("config"));
        for (String program : List.of("peer", "orderer", "configtxgen")) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\nprintf 'peer:\\n Version: " + version + "\\n'\n");
            Files.setPosixFilePermissions(bin.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.createFile(configuration.resolve("core.yaml"));
        Files.createFile(configuration.resolve("orderer.yaml"));
        return home;
    }
}
