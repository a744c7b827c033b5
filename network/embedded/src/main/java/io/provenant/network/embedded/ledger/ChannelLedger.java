package io.provenant.network.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.network.embedded.access.Member;
import io.provenant.network.embedded.access.Membership;
import io.provenant.network.embedded.block.BlockOrderer;
import io.provenant.network.embedded.block.GenesisBlock;
import io.provenant.network.embedded.rwset.ReadWriteSet;
import io.provenant.network.embedded.state.ChaincodeDefinition;
import io.provenant.network.embedded.state.StateUpdates;
import io.provenant.network.embedded.validation.BlockValidator;
import io.provenant.network.embedded.validation.ChaincodeRules;
import io.provenant.network.embedded.validation.ChannelPolicies;
import io.provenant.network.embedded.validation.EndorsementCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;

/**
 * The ledger of the node's one channel. A block is on disk before anybody hears of it; readers see the last whole block.
 * Safe for many threads.
 */
public final class ChannelLedger implements AutoCloseable {

    private final String channelId;
    private final Membership membership;
    private final ChaincodeDefinition chaincode;
    private final ChaincodeRules rules;
    private final Lifecycle lifecycle;
    private final Chain chain;
    private final LedgerFiles files;
    private final Committer committer;
    private final Listeners listeners = new Listeners();

    private ChannelLedger(
            LedgerSettings settings,
            Membership membership,
            ChaincodeDefinition chaincode,
            Chain chain,
            LedgerFiles files) {
        this.channelId = settings.channel().channelId();
        this.membership = membership;
        this.chaincode = chaincode;
        this.rules = new ChaincodeRules(
                chaincode,
                membership,
                new ChannelPolicies(GenesisBlock.config(settings.channel()).getChannelGroup(), membership));
        this.lifecycle = new Lifecycle(chaincode);
        this.chain = chain;
        this.files = files;
        BlockValidator validator = new BlockValidator(channelId, rules, membership);
        this.committer = new Committer(validator, new BlockOrderer(settings.orderer()), chain, files);
        StateUpdates definition = new StateUpdates();
        lifecycle.addTo(definition);
        chain.add(definition);
    }

    /**
     * Opens the folder's channel, or founds it with block 0; a torn last block is cut off. A chaincode that differs from
     * the one of last time gets the next sequence, whatever sequence the settings name.
     */
    public static ChannelLedger open(LedgerSettings settings) {
        Membership membership = settings.membership();
        Chain chain = new Chain();
        try {
            LedgerFiles files = LedgerFiles.open(settings.folder(), GenesisBlock.of(settings.channel()), chain);
            try {
                settings.checkSameAs(files.blocks().read(0));
                ChaincodeDefinition chaincode = DefinitionFile.update(settings.folder(), settings.chaincode());
                return new ChannelLedger(settings, membership, chaincode, chain, files);
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger in " + settings.folder() + " cannot be opened", e);
        }
    }

    public String channelId() {
        return channelId;
    }

    /** The organisations of the channel's configuration. */
    public Membership membership() {
        return membership;
    }

    /** The chaincode with the sequence that its definition has. */
    public ChaincodeDefinition chaincode() {
        return chaincode;
    }

    /** The number of blocks; the newest is one less. */
    public long height() {
        return chain.state().height();
    }

    /** A committed block, with its metadata as a peer delivers it; a number not below the height is refused. */
    public Block block(long number) {
        if (number >= height()) {
            throw new IllegalArgumentException("there are " + height() + " blocks, and no block " + number);
        }
        try {
            return files.blocks().read(number);
        } catch (IOException e) {
            throw new UncheckedIOException("block " + number + " cannot be read", e);
        }
    }

    /** The first transaction with this id; a later one with the same id is a duplicate and not found by it. */
    public Optional<CommittedTransaction> transaction(String txId) {
        return chain.transactions().find(txId);
    }

    public Simulation simulate(SimulationRequest request) {
        return new Simulation(
                request, new SimulationView(channelId, chain.state(), rules, lifecycle, chain.history(), this::block));
    }

    /** Whether endorsements by these members would satisfy every policy that the read-write set falls under now. */
    public boolean isEndorsed(ByteString readWriteSet, Collection<Member> endorsers) {
        try {
            return new EndorsementCheck(rules, chain.state()).isEndorsed(ReadWriteSet.parse(readWriteSet), endorsers);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a read-write set is a TxReadWriteSet", e);
        }
    }

    /** Keeps what an endorsed transaction would write to collections, on disk, until it commits. */
    public void retain(String txId, TxPvtReadWriteSet privateWrites) {
        try {
            files.transientLog().retain(txId, height(), privateWrites);
        } catch (IOException e) {
            throw new UncheckedIOException("the private writes of " + txId + " cannot be kept", e);
        }
    }

    /**
     * Makes the next block of the transactions, validates each, syncs, and then tells the listeners. Where writing fails
     * nothing was reported, the block may be there after the next opening, and until then nothing more is committed.
     */
    public Block commit(List<Envelope> ordered) {
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a block has at least one transaction");
        }
        List<ByteString> transactions =
                ordered.stream().map(Envelope::toByteString).toList();
        synchronized (committer) {
            Block block = committer.commit(transactions);
            listeners.tell(block);
            return block;
        }
    }

    /**
     * What an organisation's peer shows a reader of a block's writes to the collections that it keeps, by position in
     * the block. As in Fabric it shows everything to everybody, but for collections that only members read; those that
     * every organisation has by its name are none of these.
     */
    public SortedMap<Long, TxPvtReadWriteSet> privateWrites(long blockNumber, String peerMspId, Member reader) {
        try {
            SortedMap<Long, TxPvtReadWriteSet> shown = new TreeMap<>();
            files.privateLog()
                    .read(blockNumber)
                    .forEach((position, writes) -> PrivateWrites.only(
                                    writes,
                                    (namespace, collection) ->
                                            isShown(collection.getCollectionName(), peerMspId, reader))
                            .ifPresent(wanted -> shown.put(position, wanted)));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException("the private writes of block " + blockNumber + " cannot be read", e);
        }
    }

    /** Tells a listener of every block that commits from now on. */
    public Subscription subscribe(BlockListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        synchronized (committer) {
            try {
                committer.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the ledger cannot be closed", e);
            }
        }
    }

    private boolean isShown(String collection, String peerMspId, Member reader) {
        return rules.collection(collection)
                .filter(rule -> rule.keepers().contains(peerMspId))
                .filter(rule -> !rule.isReadByMembersOnly() || rules.isMember(rule, reader))
                .isPresent();
    }
}
