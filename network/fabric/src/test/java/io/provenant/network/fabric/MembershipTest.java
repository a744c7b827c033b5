package io.provenant.network.fabric;

import static io.provenant.network.fabric.NoteNetwork.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.fabric.channel.Definition;
import io.provenant.network.fabric.membership.Membership;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organisations join and leave a running channel of real Fabric, and nobody's weight changes by that. */
class MembershipTest {

    private static final List<String> SIGNERS = List.of("ExchangeMSP", "RegulatorMSP");
    private static final List<String> EXCHANGES = List.of("ExchangeMSP", "SecondMSP");
    private static final MemberSettings CLINIC = new MemberSettings("ClinicMSP", "clinic.example", Voice.NONE, true);
    private static final MemberSettings VENDOR = new MemberSettings("VendorMSP", "vendor.example", Voice.NONE, false);
    private static final MemberSettings SECOND =
            new MemberSettings("SecondMSP", "second.example", Voice.EXCHANGES, true);

    @TempDir
    Path folder;

    @BeforeAll
    static void fabric_is_asked_for() {
        NoteNetwork.assumeFabric(MembershipTest.class);
    }

    @Test
    void members_and_a_second_exchange_join_write_and_read_and_exchanges_make_no_quorum() throws Exception {
        FabricSettings settings = NoteNetwork.settings(folder, "1");
        try (FabricNetwork network = FabricNetwork.up(settings)) {
            Membership membership = new Membership(settings, network);
            submit(network, "ExchangeMSP", "write", "before", "kept");

            assertRefused(() -> membership.add(CLINIC, List.of("ExchangeMSP")), "too few admins signed");
            assertRefused(() -> membership.add(CLINIC, List.of("NobodyMSP")), "no organisation NobodyMSP");
            membership.add(CLINIC, SIGNERS);
            ChaincodeSteps steps = new ChaincodeSteps(settings, network);
            assertThat(sequence(steps)).isEqualTo(1);
            membership.add(VENDOR, SIGNERS, true);
            assertThat(sequence(steps)).isEqualTo(2);
            membership.add(SECOND, SIGNERS);
            assertThat(sequence(steps)).isEqualTo(3);

            assertThat(submit(network, "ClinicMSP", "read", "before")).isEqualTo("kept");
            submit(network, "ClinicMSP", "write", "clinic", "was here");
            submit(network, "SecondMSP", "write", "second", "was here");
            assertThat(submit(network, "AssociationMSP", "read", "clinic")).isEqualTo("was here");
            assertRefused(() -> membership.add(CLINIC, SIGNERS), "has ClinicMSP in the domain clinic.example already");

            assertNoQuorum(network, EXCHANGES);
            assertNoQuorum(network, List.of("ExchangeMSP", "ClinicMSP"));
            assertNoQuorum(network, List.of("RegulatorMSP", "ClinicMSP"));
            submit(network, "SecondMSP", List.of("SecondMSP", "AssociationMSP"), "write", "two", "voices");
            assertExchangesDecideNothing(settings, network, membership);
        }

        try (FabricNetwork network = FabricNetwork.up(settings)) {
            assertThat(submit(network, "SecondMSP", "read", "clinic")).isEqualTo("was here");
            submit(network, "ClinicMSP", "write", "clinic", "is back");
            assertNoQuorum(network, EXCHANGES);

            Membership membership = new Membership(settings, network);
            membership.remove("SecondMSP", SIGNERS);
            membership.remove("ClinicMSP", SIGNERS);
            assertThat(submit(network, "RegulatorMSP", "read", "clinic")).isEqualTo("is back");
            assertThat(network.processes()).hasSize(7);
            assertRefused(() -> membership.remove("RegulatorMSP", SIGNERS), "no member that joined");
        }
    }

    @Test
    void a_member_that_collections_name_leaves_with_other_collections_and_the_next_definition_is_taken() {
        FabricSettings settings = NoteNetwork.settings(folder, "1");
        FabricSettings with = withCollection(settings, "OR('ExchangeMSP.member', 'ClinicMSP.member')");
        FabricSettings without = withCollection(settings, "OR('ExchangeMSP.member')");
        try (FabricNetwork network = FabricNetwork.up(settings)) {
            assertRefused(() -> new Membership(with, network).add(SECOND, SIGNERS), "name [ClinicMSP]");
            new Membership(with, network).add(CLINIC, SIGNERS, true);

            assertRefused(() -> new Membership(with, network).remove("ClinicMSP", SIGNERS), "name [ClinicMSP]");
            new Membership(without, network).remove("ClinicMSP", SIGNERS, true);
            new Membership(without, network).add(SECOND, SIGNERS);
            new Membership(without, network).remove("SecondMSP", SIGNERS);

            assertThat(new ChaincodeSteps(without, network)
                            .operator("ExchangeMSP")
                            .committed("notes")
                            .orElseThrow()
                            .sequence())
                    .isEqualTo(5);
        }
    }

    private static FabricSettings withCollection(FabricSettings settings, String policy) {
        String collections = "[{\"name\": \"pdc\", \"policy\": \"" + policy + "\", \"requiredPeerCount\": 0,"
                + " \"maxPeerCount\": 1, \"blockToLive\": 0, \"memberOnlyRead\": true}]";
        return settings.withChaincodes(settings.chaincodes().stream()
                .map(notes -> new ChaincodeSettings(
                        notes.name(),
                        notes.version(),
                        notes.label(),
                        notes.command(),
                        notes.endorsementPolicy(),
                        Optional.of(collections)))
                .toList());
    }

    /** Neither the channel nor the chaincode is changed by exchanges alone, nor by an exchange and members. */
    private static void assertExchangesDecideNothing(
            FabricSettings settings, FabricNetwork network, Membership membership) {
        MemberSettings friend = new MemberSettings("FriendMSP", "friend.example", Voice.OWN, true);
        assertRefused(() -> membership.add(friend, EXCHANGES), "all exchanges together are one");
        assertRefused(
                () -> membership.add(friend, List.of("ExchangeMSP", "ClinicMSP", "VendorMSP")),
                "too few admins signed");
        assertRefused(() -> membership.remove("ClinicMSP", EXCHANGES), "too few admins signed");

        ChaincodeSteps steps = new ChaincodeSteps(settings, network);
        String laxer = "OutOf(1, 'ExchangeMSP.peer', 'SecondMSP.peer')";
        Definition next = steps.definition("ExchangeMSP", "notes", "2", Optional.empty());
        Definition lax = new Definition(next.name(), "1", next.sequence(), laxer, next.collections());
        for (String mspId : List.of("ExchangeMSP", "SecondMSP", "ClinicMSP")) {
            steps.approve(mspId, lax, steps.installed(mspId, "notes", "1"));
        }
        assertThatThrownBy(() -> steps.commit("ExchangeMSP", lax))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("ENDORSEMENT_POLICY_FAILURE")
                .hasMessageContaining("RegulatorMSP=false")
                .hasMessageContaining("next: have a regulator or an association approve");
    }

    private static long sequence(ChaincodeSteps steps) {
        return steps.operator("ClinicMSP").committed("notes").orElseThrow().sequence();
    }

    private static void assertNoQuorum(FabricNetwork network, List<String> endorsers) {
        assertThatExceptionOfType(CommitException.class)
                .isThrownBy(() -> submit(network, endorsers.get(0), endorsers, "write", "alone", "never"))
                .satisfies(refused ->
                        assertThat(refused.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE));
    }

    private static void assertRefused(Runnable step, String cause) {
        assertThatThrownBy(step::run)
                .isInstanceOf(FabricException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining("next: ");
    }
}
