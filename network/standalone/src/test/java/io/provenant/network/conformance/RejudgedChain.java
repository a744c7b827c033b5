package io.provenant.network.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.block.BlockBytes;
import io.provenant.network.embedded.block.BlockHeaders;
import io.provenant.network.embedded.block.CommitHash;
import io.provenant.network.embedded.msp.Msp;
import io.provenant.network.embedded.msp.MspMembership;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.embedded.state.Space;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.state.Version;
import io.provenant.network.embedded.state.WorldState;
import io.provenant.network.embedded.validation.BlockValidator;
import io.provenant.network.embedded.validation.ChaincodeRules;
import io.provenant.network.embedded.validation.ChannelPolicies;
import io.provenant.network.embedded.validation.EndorsedTransaction;
import io.provenant.network.embedded.validation.TransactionIds;
import io.provenant.network.embedded.validation.WriteSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.CollectionConfig;
import org.hyperledger.fabric.protos.peer.CollectionConfigPackage;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeValidationInfo;
import org.hyperledger.fabric.protos.peer.lifecycle.StateData;

/**
 * A peer's chain judged once more by the embedded node's checks, from the blocks alone: organisations and policies out
 * of block 0, the chaincode's definition out of the life cycle's writes, and the state out of everything valid.
 */
final class RejudgedChain {

    private final String channel;
    private final String chaincode;
    private final SortedMap<TxValidationCode, Integer> agreed = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<String> txIds = new HashSet<>();
    private ConfigGroup configuration = ConfigGroup.getDefaultInstance();
    private Membership membership = MspMembership.of(List.of());
    private WorldState state = WorldState.empty();
    private BlockHeader tip = BlockHeader.getDefaultInstance();
    private ByteString commitHash = ByteString.EMPTY;

    RejudgedChain(String channel, String chaincode) {
        this.channel = channel;
        this.chaincode = chaincode;
    }

    /** How many transactions of the chaincode got the same code again. */
    SortedMap<TxValidationCode, Integer> agreed() {
        return agreed;
    }

    /** Whether the blocks say what the chaincode is. */
    boolean hasDefinition() {
        return state.get(Space.ofPublic("_lifecycle"), field("Sequence")).isPresent();
    }

    List<String> differences() {
        return differences;
    }

    void add(Block block) throws InvalidProtocolBufferException {
        if (block.getHeader().getNumber() == 0) {
            configure(block);
        } else {
            compare(
                    "previous hash",
                    block,
                    BlockHeaders.hash(tip),
                    block.getHeader().getPreviousHash());
            compare(
                    "data hash",
                    block,
                    BlockHeaders.dataHash(block.getData()),
                    block.getHeader().getDataHash());
            if (hasDefinition()) {
                judge(block);
            }
        }
        apply(block);
    }

    private void configure(Block block) throws InvalidProtocolBufferException {
        Payload payload =
                Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
        configuration = ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
        List<Msp> organisations = new ArrayList<>();
        for (ConfigGroup member :
                configuration.getGroupsOrThrow("Application").getGroupsMap().values()) {
            MSPConfig msp = MSPConfig.parseFrom(member.getValuesOrThrow("MSP").getValue());
            organisations.add(Msp.of(FabricMSPConfig.parseFrom(msp.getConfig())));
        }
        membership = MspMembership.of(organisations);
    }

    private void judge(Block block) throws InvalidProtocolBufferException {
        ChaincodeRules rules =
                new ChaincodeRules(definition(), membership, new ChannelPolicies(configuration, membership));
        List<TxValidationCode> codes = new BlockValidator(channel, rules, membership)
                .validate(block.getHeader().getNumber(), block.getData().getDataList(), state, txIds::contains)
                .codes();
        for (int i = 0; i < codes.size(); i++) {
            TxValidationCode actual = BlockBytes.validationCode(block, i);
            if (codes.get(i) == actual) {
                agreed.merge(actual, 1, Integer::sum);
            } else {
                differences.add("transaction " + i + " of block "
                        + block.getHeader().getNumber() + " is " + actual + ", judged again " + codes.get(i));
            }
        }
    }

    private ChaincodeDefinition definition() throws InvalidProtocolBufferException {
        ApplicationPolicy policy = ApplicationPolicy.parseFrom(
                ChaincodeValidationInfo.parseFrom(read("ValidationInfo")).getValidationParameter());
        return new ChaincodeDefinition(
                chaincode,
                "1",
                1,
                policy,
                CollectionConfigPackage.parseFrom(read("Collections")).getConfigList().stream()
                        .map(CollectionConfig::getStaticCollectionConfig)
                        .toList());
    }

    private ByteString read(String name) throws InvalidProtocolBufferException {
        ByteString value = state.get(Space.ofPublic("_lifecycle"), field(name))
                .orElseThrow()
                .value();
        return StateData.parseFrom(value).getBytes();
    }

    private String field(String name) {
        return "namespaces/fields/" + chaincode + "/" + name;
    }

    private void apply(Block block) throws InvalidProtocolBufferException {
        long number = block.getHeader().getNumber();
        StateUpdates updates = new StateUpdates();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            ByteString envelope = block.getData().getData(i);
            TransactionIds.claimed(envelope).ifPresent(txIds::add);
            if (number > 0 && BlockBytes.validationCode(block, i) == TxValidationCode.VALID) {
                EndorsedTransaction transaction = EndorsedTransaction.parse(envelope);
                WriteSet.apply(transaction.readWriteSet(), new Version(number, i), state, updates);
            }
        }
        if (number > 0) {
            ByteString expected = CommitHash.next(commitHash, BlockBytes.filter(block), updates);
            compare("commit hash", block, expected, BlockBytes.commitHash(block));
        }
        commitHash = BlockBytes.commitHash(block);
        state = state.with(updates, number + 1);
        tip = block.getHeader();
    }

    private void compare(String what, Block block, ByteString expected, ByteString actual) {
        if (!expected.equals(actual)) {
            differences.add(what + " of block " + block.getHeader().getNumber());
        }
    }
}
