package io.provenant.network.embedded.ledger;

import static io.provenant.network.embedded.ledger.TestLedger.ONE;
import static io.provenant.network.embedded.ledger.TestLedger.THREE;
import static io.provenant.network.embedded.ledger.TestLedger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.msp.PolicyText;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.ChaincodeCall;
import org.hyperledger.fabric.protos.peer.CollectionPolicyConfig;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which endorsements a write needs: the chaincode's policy, a collection's, or the key's own. */
class EndorsementTest {

    private static final String PARAMETER = "VALIDATION_PARAMETER";
    private static final String SHARED = "shared";
    private static final String OWN_POLICY = "ownPolicy";

    @TempDir
    Path folder;

    @AutoClose
    private TestLedger channel;

    @BeforeEach
    void open() {
        channel = TestLedger.open(folder, definition());
    }

    @Test
    void a_majority_is_more_than_half_of_the_organisations() {
        assertThat(channel.codes(put("a", ONE), put("b", ONE, TWO), put("c", TWO, THREE), put("d", ONE, TWO, THREE)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID, VALID, VALID);
    }

    @Test
    void a_policy_that_names_its_endorsers_counts_no_others() {
        channel.reopen(definition().withEndorsementPolicy(PolicyText.parse("AND('OneMSP.peer', 'TwoMSP.peer')")));

        assertThat(channel.codes(put("a", ONE, THREE), put("b", ONE, TWO)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void a_transaction_that_writes_nothing_falls_under_the_policy_of_the_chaincode() {
        TestTransaction one = channel.endorse(simulation -> simulation.get("a"), ONE);
        TestTransaction two = channel.endorse(simulation -> simulation.get("a"), ONE, TWO);

        assertThat(channel.codes(one, two)).containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void a_keys_own_policy_takes_the_place_of_the_chaincodes() {
        channel.put("a", "1");
        assertThat(channel.codes(setPolicy("a", "OR('TwoMSP.peer')", ONE, THREE)))
                .containsExactly(VALID);

        assertThat(channel.codes(put("a", ONE, THREE))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(put("a", TWO))).containsExactly(VALID);
        assertThat(channel.codes(put("a", TWO)))
                .as("a write of the value keeps the policy")
                .containsExactly(VALID);
    }

    @Test
    void a_change_of_the_policy_falls_under_the_policy_too() {
        channel.put("a", "1");
        channel.codes(setPolicy("a", "OR('TwoMSP.peer')", ONE, THREE));

        assertThat(channel.codes(setPolicy("a", "OR('OneMSP.peer')", ONE, THREE)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(setPolicy("a", "OR('OneMSP.peer')", TWO))).containsExactly(VALID);
        assertThat(channel.codes(put("a", ONE))).containsExactly(VALID);
    }

    @Test
    void a_first_write_and_a_key_without_a_policy_fall_under_the_chaincodes() {
        assertThat(channel.codes(put("new", ONE))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(setPolicy("absent", "OR('TwoMSP.peer')", TWO)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(setPolicy("absent", "OR('TwoMSP.peer')", ONE, TWO)))
                .containsExactly(VALID);
        assertThat(channel.codes(put("absent", TWO)))
                .as("a policy of a key that is not there is dropped")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void of_several_keys_each_is_judged_by_its_own() {
        channel.put("mine", "1", "plain", "1");
        channel.codes(setPolicy("mine", "OR('TwoMSP.peer')", ONE, THREE));

        assertThat(channel.codes(put("mine", "plain", TWO), put("mine", "plain", ONE, THREE)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(put("mine", "plain", TWO, THREE))).containsExactly(VALID);
    }

    @Test
    void a_deletion_drops_the_policy() {
        channel.put("a", "1");
        channel.codes(setPolicy("a", "OR('TwoMSP.peer')", ONE, THREE));
        TestTransaction deletion = channel.endorse(simulation -> simulation.delete("a"), TWO);
        assertThat(channel.codes(deletion)).containsExactly(VALID);
        channel.put("a", "2");

        assertThat(channel.codes(put("a", TWO))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_deletion_drops_the_policy_within_the_block_too() {
        channel.put("a", "1");
        channel.codes(setPolicy("a", "OR('TwoMSP.peer')", ONE, THREE));
        TestTransaction deletion = channel.endorse(simulation -> simulation.delete("a"), TWO);
        TestTransaction rebirth = channel.endorse(simulation -> simulation.put("a", text("2")), TWO, THREE);

        assertThat(channel.codes(deletion, rebirth)).containsExactly(VALID, VALID);
        assertThat(channel.simulate(ONE).metadata("a")).isEmpty();
    }

    @Test
    void a_write_after_a_change_of_its_policy_in_one_block_loses() {
        channel.put("a", "1", "b", "1");

        assertThat(channel.codes(
                        setPolicy("a", "OR('TwoMSP.peer')", ONE, TWO),
                        put("a", ONE, TWO),
                        put("b", ONE, TWO),
                        setPolicy("a", "OR('OneMSP.peer')", ONE, TWO)))
                .containsExactly(VALID, ENDORSEMENT_POLICY_FAILURE, VALID, ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_change_of_a_policy_that_is_not_endorsed_does_no_harm() {
        channel.put("a", "1");

        assertThat(channel.codes(setPolicy("a", "OR('TwoMSP.peer')", ONE), put("a", ONE, TWO)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void policies_are_those_before_the_block() {
        channel.put("a", "1");
        TestTransaction change = setPolicy("a", "OR('TwoMSP.peer')", ONE, TWO);
        channel.codes(change);
        TestTransaction back = setPolicy("a", "OR('OneMSP.peer')", TWO);
        TestTransaction other = channel.endorse(
                simulation -> {
                    simulation.get("b");
                    simulation.put("c", text("1"));
                },
                ONE,
                TWO);

        assertThat(channel.codes(other, back)).containsExactly(VALID, VALID);
    }

    @Test
    void a_policy_that_cannot_be_read_is_satisfied_by_nobody() {
        channel.put("a", "1");
        TestTransaction nonsense = channel.endorse(
                simulation -> simulation.putMetadata("a", PARAMETER, ByteString.copyFrom(new byte[] {-1, -1})));
        assertThat(channel.codes(nonsense)).containsExactly(VALID);

        TestTransaction blind =
                new TestTransaction(channel.simulate(ONE).finish().readWriteSet());
        assertThat(channel.codes(blind.endorsedBy(ONE, TWO))).containsExactly(VALID);
        TestTransaction write = put("b", ONE, TWO, THREE);
        write.action(action -> action.setResults(replaceKey(action.getResults())));
        assertThat(channel.codes(write)).containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_collection_without_a_policy_falls_under_the_chaincodes() {
        assertThat(channel.codes(putPrivate(SHARED, ONE), putPrivate(SHARED, ONE, TWO)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void a_collections_own_policy_takes_the_place_of_the_chaincodes() {
        assertThat(channel.codes(putPrivate(OWN_POLICY, ONE, THREE))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(putPrivate(OWN_POLICY, TWO))).containsExactly(VALID);
    }

    @Test
    void an_organisations_own_collection_needs_its_endorsement_only() {
        assertThat(channel.codes(putPrivate("_implicit_org_TwoMSP", ONE, THREE)))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(putPrivate("_implicit_org_TwoMSP", TWO))).containsExactly(VALID);
    }

    @Test
    void a_public_write_beside_a_private_one_needs_the_chaincodes_policy_as_well() {
        TestTransaction transaction = channel.endorse(
                simulation -> {
                    simulation.putPrivate("_implicit_org_TwoMSP", "a", text("1"));
                    simulation.put("a", text("1"));
                },
                TWO);

        assertThat(channel.codes(transaction)).containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_private_keys_own_policy_takes_the_place_of_its_collections() {
        channel.codes(putPrivate(OWN_POLICY, TWO));
        TestTransaction change = channel.endorse(
                simulation -> simulation.putPrivateMetadata(
                        OWN_POLICY,
                        "a",
                        PARAMETER,
                        PolicyText.parse("OR('ThreeMSP.peer')").toByteString()),
                TWO);
        assertThat(channel.codes(change)).containsExactly(VALID);

        assertThat(channel.codes(putPrivate(OWN_POLICY, TWO))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(channel.codes(putPrivate(OWN_POLICY, THREE))).containsExactly(VALID);
    }

    @Test
    void endorsers_are_judged_before_submission_as_they_are_after() {
        ByteString open =
                channel.endorse(simulation -> simulation.put("a", text("1"))).readWriteSet();
        ByteString own = channel.endorse(simulation -> simulation.putPrivate(OWN_POLICY, "a", text("1")))
                .readWriteSet();

        assertThat(channel.ledger().isEndorsed(open, peers(ONE))).isFalse();
        assertThat(channel.ledger().isEndorsed(open, peers(ONE, THREE))).isTrue();
        assertThat(channel.ledger().isEndorsed(own, peers(ONE, THREE))).isFalse();
        assertThat(channel.ledger().isEndorsed(own, peers(TWO))).isTrue();
    }

    @Test
    void what_an_endorser_asks_for_names_policies_of_keys_and_collections() {
        channel.put("mine", "1");
        var policy = PolicyText.parse("OR('TwoMSP.peer')");
        channel.codes(setPolicy("mine", "OR('TwoMSP.peer')", ONE, TWO));

        assertThat(interest(simulation -> simulation.get("a"))).containsExactly(call().build());
        assertThat(interest(simulation -> simulation.put("a", text("1")))).containsExactly(call().build());
        assertThat(interest(simulation -> simulation.put("mine", text("1"))))
                .containsExactly(call().addKeyPolicies(policy)
                        .setDisregardNamespacePolicy(true)
                        .build());
        assertThat(interest(simulation -> {
                    simulation.put("a", text("1"));
                    simulation.put("mine", text("1"));
                }))
                .containsExactly(call().addKeyPolicies(policy).build());
        assertThat(interest(simulation -> simulation.putPrivate(SHARED, "a", text("1"))))
                .containsExactly(call().addCollectionNames(SHARED)
                        .setNoPrivateReads(true)
                        .build());
        assertThat(interest(simulation -> {
                    simulation.getPrivate(SHARED, "a");
                    simulation.putPrivate(SHARED, "a", text("1"));
                }))
                .containsExactly(call().addCollectionNames(SHARED).build());
        assertThat(interest(simulation -> simulation.getPrivate(SHARED, "a")))
                .containsExactly(
                        call().build(), call().addCollectionNames(SHARED).build());
        assertThat(interest(simulation -> {})).isEmpty();
    }

    private List<ChaincodeCall> interest(Consumer<Simulation> run) {
        Simulation simulation = channel.simulate(ONE);
        run.accept(simulation);
        return simulation.finish().interest().getChaincodesList();
    }

    private static ChaincodeCall.Builder call() {
        return ChaincodeCall.newBuilder().setName("notes");
    }

    private List<Member> peers(String... mspIds) {
        return Stream.of(mspIds)
                .map(mspId -> channel.member(mspId, TestLedger.peer(mspId)))
                .toList();
    }

    private TestTransaction put(String key, String... mspIds) {
        if (!mspIds[0].endsWith("MSP")) {
            String[] endorsers = Stream.of(mspIds).skip(1).toArray(String[]::new);
            return channel.endorse(
                    simulation -> {
                        simulation.put(key, text("1"));
                        simulation.put(mspIds[0], text("1"));
                    },
                    endorsers);
        }
        return channel.endorse(simulation -> simulation.put(key, text("1")), mspIds);
    }

    private TestTransaction putPrivate(String collection, String... mspIds) {
        return channel.endorse(simulation -> simulation.putPrivate(collection, "a", text("1")), mspIds);
    }

    private TestTransaction setPolicy(String key, String policy, String... mspIds) {
        return channel.endorse(
                simulation -> simulation.putMetadata(
                        key, PARAMETER, PolicyText.parse(policy).toByteString()),
                mspIds);
    }

    private static ByteString replaceKey(ByteString results) {
        return ByteString.copyFrom(new String(results.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("\n\001b", "\n\001a")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ChaincodeDefinition definition() {
        StaticCollectionConfig.Builder shared = StaticCollectionConfig.newBuilder()
                .setName(SHARED)
                .setMemberOrgsPolicy(CollectionPolicyConfig.newBuilder()
                        .setSignaturePolicy(PolicyText.parse("OR('OneMSP.member', 'TwoMSP.member')")));
        StaticCollectionConfig own = shared.build().toBuilder()
                .setName(OWN_POLICY)
                .setEndorsementPolicy(
                        ApplicationPolicy.newBuilder().setSignaturePolicy(PolicyText.parse("OR('TwoMSP.peer')")))
                .build();
        return ChaincodeDefinition.of("notes", "1.0").withCollections(List.of(shared.build(), own));
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
