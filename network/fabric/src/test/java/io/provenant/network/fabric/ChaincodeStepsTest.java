package io.provenant.network.fabric;

import static io.provenant.network.fabric.NoteNetwork.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.channel.ChaincodePackage;
import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.fabric.channel.Lifecycle;
import io.provenant.network.fabric.channel.Operator;
import io.provenant.network.fabric.node.NetworkFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.client.EndorseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a chaincode's life on real Fabric, and what each says where it cannot be taken. */
class ChaincodeStepsTest {

    private static final String EXCHANGE = "ExchangeMSP";
    private static final String REGULATOR = "RegulatorMSP";
    private static final String ASSOCIATION = "AssociationMSP";

    @TempDir
    Path folder;

    @BeforeAll
    static void fabric_is_asked_for() {
        NoteNetwork.assumeFabric(ChaincodeStepsTest.class);
    }

    @Test
    void each_step_is_one_organisations_and_says_what_is_missing() throws Exception {
        FabricSettings settings = NoteNetwork.settings(folder, "1");
        try (FabricNetwork network = FabricNetwork.up(settings)) {
            ChaincodeSteps steps = new ChaincodeSteps(settings, network);
            submit(network, EXCHANGE, "write", "key", "of version 1");
            Path file = ChaincodePackage.of("notes_2").write(folder);

            String id = steps.install(EXCHANGE, file, NoteNetwork.command());
            Definition next = steps.definition(EXCHANGE, "notes", "2", Optional.empty());
            assertThat(next.sequence()).isEqualTo(2);
            assertRefused(() -> steps.installed(REGULATOR, "notes", "2"), "no package of notes 2", "install it first");
            assertRefused(
                    () -> steps.approve(REGULATOR, next, id), "is not installed on peer0.regulator", "install it");
            assertRefused(() -> steps.commit(EXCHANGE, next), "nobody has approved exactly this", "approve version 2");
            assertRefused(() -> steps.approve(EXCHANGE, at(next, 7), id), "not the next one", "leave --sequence away");
            assertRefused(() -> steps.approve(EXCHANGE, at(next, 1), id), "is committed with another", "next sequence");

            steps.approve(EXCHANGE, next, id);
            steps.approve(EXCHANGE, next, id);
            assertThat(steps.readiness(EXCHANGE, next))
                    .containsEntry(EXCHANGE, true)
                    .containsEntry(REGULATOR, false)
                    .containsEntry(ASSOCIATION, false);
            assertRefused(() -> steps.commit(EXCHANGE, next), "too few organisations signed", "a regulator or an");

            steps.install(REGULATOR, file, NoteNetwork.command());
            Definition others = new Definition(
                    next.name(), next.version(), next.sequence(), next.policy(), Optional.of(collections()));
            steps.approve(REGULATOR, others, id);
            assertThat(steps.readiness(EXCHANGE, next)).containsEntry(REGULATOR, false);
            assertRefused(() -> steps.commit(EXCHANGE, next), "RegulatorMSP=false", "approve");
            assertThat(submit(network, ASSOCIATION, "read", "key")).isEqualTo("of version 1");

            steps.approve(REGULATOR, next, id);
            steps.commit(EXCHANGE, next);
            assertThat(submit(network, EXCHANGE, "read", "key")).isEqualTo("of version 1");
            assertThatThrownBy(() -> submit(network, ASSOCIATION, List.of(ASSOCIATION), "read", "key"))
                    .isInstanceOf(EndorseException.class);

            steps.install(ASSOCIATION, file, NoteNetwork.command());
            steps.approve(ASSOCIATION, next, id);
            steps.approve(ASSOCIATION, next, id);
            assertRefused(() -> steps.approve(ASSOCIATION, at(next, 1), id), "committed long ago", "the next one");
            steps.retire("notes");
            assertThat(submit(network, ASSOCIATION, List.of(ASSOCIATION, REGULATOR), "read", "key"))
                    .isEqualTo("of version 1");
            assertThat(network.processes()).hasSize(7);
        }
    }

    @Test
    void a_start_goes_on_with_what_was_committed_and_puts_back_nothing() throws Exception {
        FabricSettings settings = NoteNetwork.settings(folder, "1");
        Path file = ChaincodePackage.of("notes_2").write(folder);
        try (FabricNetwork network = FabricNetwork.up(settings)) {
            ChaincodeSteps steps = new ChaincodeSteps(settings, network);
            Definition next = steps.definition(EXCHANGE, "notes", "2", Optional.empty());
            for (String mspId : List.of(EXCHANGE, REGULATOR)) {
                steps.approve(mspId, next, steps.install(mspId, file, NoteNetwork.command()));
            }
            Operator operator = steps.operator(EXCHANGE);
            operator.commit(
                    next,
                    operator.committed("notes"),
                    Lifecycle.endorsers(network.plan()).subList(0, 2));
            assertThat(NetworkFile.read(folder).orElseThrow().chaincodes()).containsExactly("notes_1");
        }

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            ChaincodeSteps steps = new ChaincodeSteps(settings, network);
            assertThat(steps.operator(EXCHANGE).committed("notes")).contains(new Operator.Committed(2, "2"));
            assertThat(NetworkFile.read(folder).orElseThrow().chaincodes()).containsExactly("notes_2");
            assertThat(network.remarks())
                    .singleElement()
                    .asString()
                    .contains("the channel runs notes_2, committed since; notes_1 is not put back");
            submit(network, REGULATOR, "write", "key", "of version 2");

            steps.approve(
                    ASSOCIATION,
                    at(steps.definition(EXCHANGE, "notes", "2", Optional.empty()), 2),
                    steps.install(ASSOCIATION, file, NoteNetwork.command()));
            NetworkFile.read(folder).orElseThrow().run("notes_1");
            Definition third = steps.definition(EXCHANGE, "notes", "3", Optional.empty());
            for (String mspId : List.of(EXCHANGE, REGULATOR)) {
                steps.approve(mspId, third, steps.installed(mspId, "notes", "2"));
            }
            steps.commit(ASSOCIATION, third);
            assertThat(NetworkFile.read(folder).orElseThrow().chaincodes())
                    .as("committed by one that has not approved it")
                    .containsExactly("notes_2");
        }
    }

    @Test
    void a_service_that_does_not_start_is_named_with_its_last_words_and_leaves_nothing() {
        FabricSettings settings = NoteNetwork.settings(folder, "1");
        try (FabricNetwork network = FabricNetwork.up(settings)) {
            ChaincodeSteps steps = new ChaincodeSteps(settings, network);
            Path file = ChaincodePackage.of("notes_2").write(folder);

            assertThatThrownBy(() -> steps.install(
                            REGULATOR, file, List.of("/bin/sh", "-c", "echo chaincode not started: why >&2; exit 1")))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("chaincode not started: why")
                    .hasMessageContaining(".log");

            assertThat(steps.operator(REGULATOR).installed()).hasSize(1);
            assertThat(network.processes()).hasSize(7);
        }
    }

    private Path collections() throws Exception {
        return Files.writeString(folder.resolve("collections.json"), """
                [{"name": "pdc", "policy": "OR('ExchangeMSP.member')", "requiredPeerCount": 0, "maxPeerCount": 1,
                  "blockToLive": 0, "memberOnlyRead": true}]
                """);
    }

    private static Definition at(Definition next, long sequence) {
        return new Definition(next.name(), next.version(), sequence, next.policy(), next.collections());
    }

    private static void assertRefused(Runnable step, String cause, String next) {
        assertThatThrownBy(step::run)
                .isInstanceOf(FabricException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("next: ")
                .hasMessageContaining(next);
    }
}
