package io.provenant.network.embedded.msp;

import static io.provenant.network.embedded.msp.TestMembers.serialized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.embedded.access.Member;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturePolicyTest {

    private final Organisation a = Organisation.create("A", "a.example", Clock.systemUTC());
    private final Organisation b = Organisation.create("B.org-1", "b.example", Clock.systemUTC());

    @TempDir
    Path folder;

    private MspMembership membership;
    private Member peerA;
    private Member peerB;
    private Member adminA;
    private Member clientA;

    @BeforeEach
    void members() {
        membership = MspMembership.of(Stream.of(a, b).map(this::written).toList());
        peerA = member(a, a.peer("peer0", List.of()).identity());
        peerB = member(b, b.peer("peer0", List.of()).identity());
        adminA = member(a, a.admin("root"));
        clientA = member(a, a.client("alice", new TreeMap<>()));
    }

    @Test
    void and_needs_every_rule_and_or_needs_one() {
        assertThat(isSatisfied("AND('A.peer', 'B.org-1.peer')", peerB, peerA)).isTrue();
        assertThat(isSatisfied("AND('A.peer', 'B.org-1.peer')", peerA)).isFalse();
        assertThat(isSatisfied("OR('A.peer', 'B.org-1.peer')", peerB)).isTrue();
        assertThat(isSatisfied("OR('A.peer', 'B.org-1.peer')", clientA)).isFalse();
    }

    @Test
    void a_signer_counts_once() {
        assertThat(isSatisfied("OutOf(2, 'A.peer', 'A.member')", peerA, peerA)).isFalse();
        assertThat(isSatisfied("OutOf(2, 'A.peer', 'A.member')", peerA, adminA)).isTrue();
    }

    @Test
    void a_signer_is_spent_on_the_first_rule_it_satisfies() {
        assertThat(isSatisfied("AND('A.member', 'A.peer')", peerA, adminA)).isFalse();
        assertThat(isSatisfied("AND('A.member', 'A.peer')", adminA, peerA)).isTrue();
    }

    @Test
    void a_failed_inner_rule_gives_its_signers_back() {
        String policy = "OR(AND('A.peer', 'A.admin'), 'A.peer')";

        assertThat(isSatisfied(policy, peerA)).isTrue();
    }

    @Test
    void zero_of_some_asks_nobody_and_more_than_all_is_never_met() {
        assertThat(isSatisfied("OutOf(0, 'A.peer')")).isTrue();
        assertThat(isSatisfied("OutOf(2, 'A.peer')", peerA, peerB)).isFalse();
    }

    @Test
    void another_version_or_a_dangling_reference_is_never_met() {
        SignaturePolicyEnvelope policy = PolicyText.parse("OR('A.peer')");

        assertThat(membership.isSatisfied(policy.toBuilder().setVersion(1).build(), List.of(peerA)))
                .isFalse();
        assertThat(membership.isSatisfied(policy.toBuilder().clearIdentities().build(), List.of(peerA)))
                .isFalse();
        assertThat(membership.isSatisfied(SignaturePolicyEnvelope.getDefaultInstance(), List.of(peerA)))
                .isFalse();
    }

    @Test
    void readers_may_be_peers_and_writers_may_not() {
        assertThat(membership.isReader(peerA)).isTrue();
        assertThat(membership.isWriter(peerA)).isFalse();
        assertThat(membership.isWriter(clientA)).isTrue();
        assertThat(membership.isWriter(adminA)).isTrue();
    }

    @Test
    void implicit_policies_count_organisations() {
        assertThat(ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.ANY, 3)).isEqualTo(1);
        assertThat(ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.ALL, 3)).isEqualTo(3);
        assertThat(ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.MAJORITY, 3)).isEqualTo(2);
        assertThat(ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.MAJORITY, 4)).isEqualTo(3);
        assertThat(ImplicitMeta.threshold(ImplicitMetaPolicy.Rule.ALL, 0)).isZero();
    }

    @Test
    void texts_become_the_envelope_that_fabric_makes_of_them() {
        SignaturePolicyEnvelope policy =
                PolicyText.parse(" OutOf ( '2' , \"A.peer\", AND('A.peer','B.org-1.admin') ) ");

        assertThat(policy.getIdentitiesCount()).isEqualTo(3);
        assertThat(policy.getRule().getNOutOf().getN()).isEqualTo(2);
        assertThat(policy.getRule().getNOutOf().getRules(0).getSignedBy()).isZero();
        assertThat(policy.getRule().getNOutOf().getRules(1).getNOutOf().getN()).isEqualTo(2);
        assertThat(policy.getRule()
                        .getNOutOf()
                        .getRules(1)
                        .getNOutOf()
                        .getRules(1)
                        .getSignedBy())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'A.peer'",
                "AND()",
                "aND('A.peer')",
                "AND('A.peer'",
                "AND('A.peer') OR('A.peer')",
                "AND('A.boss')",
                "AND('.peer')",
                "AND('A b.peer')",
                "OutOf('A.peer')",
                "OutOf(3, 'A.peer')",
                "OutOf(-1, 'A.peer')",
                "XOR('A.peer')"
            })
    void what_is_no_policy_is_refused(String text) {
        assertThatThrownBy(() -> PolicyText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy");
    }

    private boolean isSatisfied(String policy, Member... signers) {
        return membership.isSatisfied(PolicyText.parse(policy), List.of(signers));
    }

    private Msp written(Organisation organisation) {
        Path own = folder.resolve(organisation.mspId());
        MspFolder.of(organisation).write(own);
        return Msp.load(organisation.mspId(), own);
    }

    private Member member(Organisation organisation, Credential credential) {
        return membership.find(serialized(organisation, credential)).orElseThrow();
    }
}
