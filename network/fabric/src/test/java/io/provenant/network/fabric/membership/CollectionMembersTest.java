package io.provenant.network.fabric.membership;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.ChaincodeSettings;
import io.provenant.network.fabric.FabricBinaries;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.FabricSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectionMembersTest {

    @Test
    void collections_of_members_are_taken() {
        assertThatCode(() -> CollectionMembers.require(
                        settings("[{\"name\": \"a\", \"policy\": \"OR('ExchangeMSP.member', 'RegulatorMSP.peer')\"}]")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_collection_that_names_somebody_else_is_refused_with_the_name() {
        assertThatThrownBy(() -> CollectionMembers.require(
                        settings("[{\"name\": \"a\", \"policy\": \"OR('ExchangeMSP.member', 'ClinicMSP.member')\"}]")))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the collections of notes name [ClinicMSP]")
                .hasMessageContaining("next: give --collections FILE");
    }

    private static FabricSettings settings(String collections) {
        Path folder = Path.of("network");
        ChaincodeSettings notes =
                new ChaincodeSettings("notes", "1", "notes_1", List.of(), "", Optional.of(collections));
        return FabricSettings.market(folder, new FabricBinaries(folder, folder, "3.1.5"), List.of(notes));
    }
}
