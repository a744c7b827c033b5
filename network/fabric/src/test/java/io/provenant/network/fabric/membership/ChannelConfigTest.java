package io.provenant.network.fabric.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.provenant.network.fabric.FabricException;
import io.provenant.network.fabric.MemberSettings;
import io.provenant.network.fabric.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelConfigTest {

    private static final MemberSettings MEMBER_B = new MemberSettings("BMSP", "b.example", Voice.NONE, true);
    private static final MemberSettings EXCHANGE_B = new MemberSettings("BMSP", "b.example", Voice.EXCHANGES, true);
    private static final List<String> TOGETHER = List.of("Admins", "LifecycleEndorsement", "Endorsement");

    @TempDir
    private Path folder;

    @Test
    void a_configuration_is_read_from_its_block() throws IOException {
        ChannelConfig config = config("old", "AMSP");

        assertThat(ChannelConfig.read(block(config))).isEqualTo(config);
        Path other = Files.writeString(folder.resolve("other.block"), "no block");
        assertThatThrownBy(() -> ChannelConfig.read(other))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("no block of a channel's configuration");
    }

    @Test
    void a_member_joins_as_it_stands_elsewhere_and_changes_no_policy() {
        ChannelConfig before = config("old", "AMSP");

        ChannelConfig after = before.with("BMSP", config("new", "AMSP", "BMSP"));

        assertThat(after.has("BMSP")).isTrue();
        assertThat(after.without("BMSP")).isEqualTo(before);
        assertThat(after.hasSame("BMSP", config("new", "BMSP"))).isTrue();
        assertThat(application(after).getPoliciesMap())
                .isEqualTo(application(before).getPoliciesMap());
    }

    @Test
    void an_interrupted_joining_is_finished_with_the_voice_that_is_asked_for() {
        ChannelConfig begun = config("old", "AMSP", "BMSP");
        ChannelConfig wanted = config("with B", "AMSP", "BMSP");

        ChannelConfig finished = begun.takingOn(EXCHANGE_B, wanted);

        assertThat(application(finished).getPoliciesOrThrow("Endorsement").getPolicy())
                .isEqualTo(application(wanted).getPoliciesOrThrow("Endorsement").getPolicy());
        assertThat(finished.takingOn(EXCHANGE_B, wanted)).isEqualTo(finished);
        assertThat(begun.takingOn(MEMBER_B, config("old", "AMSP", "BMSP"))).isEqualTo(begun);
    }

    @Test
    void a_joining_that_gave_a_voice_is_not_finished_without_one() {
        ChannelConfig begun = config("with B", "AMSP", "BMSP");

        assertThatThrownBy(() -> begun.takingOn(MEMBER_B, config("old", "AMSP", "BMSP")))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the channel has BMSP already")
                .hasMessageContaining("next: if it was joining as an exchange, finish that");
    }

    @Test
    void configurations_are_the_same_where_members_and_who_signs_together_are() {
        ChannelConfig now = config("old", "AMSP", "BMSP");

        assertThat(now.isSameAs(config("old", "AMSP", "BMSP"))).isTrue();
        assertThat(now.isSameAs(config("old", "AMSP"))).isFalse();
        assertThat(now.isSameAs(config("new", "AMSP", "BMSP"))).isFalse();
    }

    @Test
    void an_organisation_with_other_certificates_is_not_the_same() {
        ChannelConfig now = config("old", "AMSP");
        ChannelConfig other = new ChannelConfig(now.config().toBuilder()
                .setChannelGroup(channel(
                        "old",
                        application("old", "AMSP").toBuilder()
                                .putGroups("AMSP", organisation("other roots"))
                                .build()))
                .build());

        assertThat(now.hasSame("AMSP", now)).isTrue();
        assertThat(now.hasSame("AMSP", other)).isFalse();
    }

    @Test
    void a_quorum_replaces_the_rules_of_those_who_sign_together_and_nothing_else() {
        ChannelConfig after = config("old", "AMSP").withQuorumOf(config("new", "AMSP"));

        for (String name : TOGETHER) {
            ConfigPolicy policy = application(after).getPoliciesOrThrow(name);
            assertThat(policy.getPolicy().getValue().toStringUtf8()).isEqualTo("new " + name);
            assertThat(policy.getVersion()).as("of the policy it replaces").isEqualTo(7);
        }
        assertThat(application(after)
                        .getPoliciesOrThrow("Readers")
                        .getPolicy()
                        .getValue()
                        .toStringUtf8())
                .isEqualTo("old Readers");
        ConfigGroup channel = after.config().getChannelGroup();
        assertThat(channel.getPoliciesOrThrow("Admins").getPolicy().getValue().toStringUtf8())
                .isEqualTo("new Admins");
        assertThat(channel.getPoliciesOrThrow("Writers").getPolicy().getValue().toStringUtf8())
                .isEqualTo("old Writers");
    }

    private Path block(ChannelConfig config) throws IOException {
        ByteString envelope = Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setData(ConfigEnvelope.newBuilder()
                                .setConfig(config.config())
                                .build()
                                .toByteString())
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        Block block = Block.newBuilder()
                .setData(BlockData.newBuilder().addData(envelope))
                .build();
        return Files.write(folder.resolve("config.block"), block.toByteArray());
    }

    private static ChannelConfig config(String rule, String... mspIds) {
        return new ChannelConfig(Config.newBuilder()
                .setSequence(3)
                .setChannelGroup(channel(rule, application(rule, mspIds)))
                .build());
    }

    private static ConfigGroup channel(String rule, ConfigGroup application) {
        return ConfigGroup.newBuilder()
                .putGroups("Application", application)
                .putPolicies("Admins", policy(rule + " Admins"))
                .putPolicies("Writers", policy(rule + " Writers"))
                .build();
    }

    private static ConfigGroup application(String rule, String... mspIds) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder().putPolicies("Readers", policy(rule + " Readers"));
        TOGETHER.forEach(name -> application.putPolicies(name, policy(rule + " " + name)));
        for (String mspId : mspIds) {
            application.putGroups(mspId, organisation("roots of " + mspId));
        }
        return application.build();
    }

    private static ConfigGroup organisation(String roots) {
        return ConfigGroup.newBuilder()
                .putValues(
                        "MSP",
                        ConfigValue.newBuilder()
                                .setValue(ByteString.copyFromUtf8(roots))
                                .build())
                .build();
    }

    private static ConfigPolicy policy(String rule) {
        return ConfigPolicy.newBuilder()
                .setVersion(7)
                .setPolicy(Policy.newBuilder().setValue(ByteString.copyFromUtf8(rule)))
                .build();
    }

    private static ConfigGroup application(ChannelConfig config) {
        return config.config().getChannelGroup().getGroupsOrThrow("Application");
    }
}
