package io.provenant.gateway.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.provenant.gateway.testing.TestChain;
import io.provenant.gateway.testing.TestTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockStreamTest {

    private final TestChain chain = new TestChain();
    private final Listener listener = new Listener();

    @BeforeEach
    void chain() {
        for (int i = 1; i < 10; i++) {
            chain.block(TestTransaction.of("approve", "tx-" + i));
        }
    }

    @Test
    void brings_each_block_once_although_the_stream_breaks_after_every_third() {
        List<Long> opened = new CopyOnWriteArrayList<>();
        BlockSource source = from -> {
            opened.add(from);
            return new Blocks(chain.from(from), 3, new IllegalStateException("the connection is lost"));
        };

        try (BlockStream stream = start(source)) {
            await().until(() -> listener.taken.size() == 10);
            assertThat(stream.problem()).isNotPresent();
        }

        assertThat(listener.taken).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(opened).startsWith(0L, 3L, 6L, 9L);
    }

    @Test
    void brings_a_block_again_that_the_listener_could_not_take() {
        listener.failures = 2;

        try (BlockStream stream = start(from -> new Blocks(chain.from(from), 99, new IllegalStateException("")))) {
            await().until(() -> listener.taken.size() == 10);
            assertThat(stream.problem()).isNotPresent();
        }

        assertThat(listener.taken).doesNotHaveDuplicates();
    }

    @Test
    void says_that_the_peer_refuses_and_asks_again() {
        List<Long> opened = new CopyOnWriteArrayList<>();
        BlockSource refusing = from -> {
            opened.add(from);
            return new Blocks(List.of(), 0, new NoSuchElementException("Unexpected status response: FORBIDDEN"));
        };

        try (BlockStream stream = start(refusing)) {
            await().until(() -> opened.size() > 2);
            assertThat(stream.problem())
                    .hasValueSatisfying(why -> assertThat(why).contains("FORBIDDEN"));
            assertThat(stream.isStopped()).isFalse();
        }
    }

    @Test
    void stops_at_a_block_that_does_not_follow_the_last() {
        TestChain fork = new TestChain();
        for (int i = 1; i < 10; i++) {
            fork.block(TestTransaction.of("approve", "forked-" + i));
        }
        List<Block> blocks = new ArrayList<>(chain.from(0).subList(0, 5));
        blocks.addAll(fork.from(5));

        try (BlockStream stream = start(from -> new Blocks(blocks, 99, new IllegalStateException("end")))) {
            await().untilAsserted(
                            () -> assertThat(stream.problem()).contains("stopped: block 5 does not name block 4"));
            assertThat(stream.isStopped()).isTrue();
        }

        assertThat(listener.taken).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void stops_at_a_gap() {
        List<Block> blocks = List.of(chain.from(0).get(0), chain.from(0).get(2));

        try (BlockStream stream = start(from -> new Blocks(blocks, 99, new IllegalStateException("end")))) {
            await().untilAsserted(
                            () -> assertThat(stream.problem()).contains("stopped: block 2 came where block 1 was due"));
        }
    }

    @Test
    void does_not_let_a_slow_listener_hold_up_the_stream_nor_a_stopped_one() {
        CountDownLatch slow = new CountDownLatch(1);
        BlockListener stopping = new BlockListener() {
            @Override
            public long nextBlock() {
                return 0;
            }

            @Override
            public void accept(LedgerBlock block) {
                slow.countDown();
                throw new BlockFaultException("a record of an unknown kind");
            }
        };
        BlockReader reader = new BlockReader(TestChain.CHAINCODE);

        try (BlockQueue queue = BlockQueue.start(stopping, "stopping")) {
            for (int i = 0; i < 1_000; i++) {
                queue.offer(reader.read(chain.from(0).get(i % 10)));
            }
            await().until(() -> slow.getCount() == 0);
            await().untilAsserted(() -> assertThat(queue.problem()).contains("stopped: a record of an unknown kind"));
        }
    }

    private BlockStream start(BlockSource source) {
        return BlockStream.start(source, new BlockReader(TestChain.CHAINCODE), listener, "test");
    }

    private static final class Listener implements BlockListener {

        private final List<Long> taken = new CopyOnWriteArrayList<>();
        private int failures;

        @Override
        public long nextBlock() {
            return taken.size();
        }

        @Override
        public void accept(LedgerBlock block) {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("the database is away");
            }
            taken.add(block.number());
        }
    }

    /** Some blocks and then a failure; after the last block there is, a wait until it is closed. */
    private static final class Blocks implements CloseableIterator<Block> {

        private final List<Block> blocks;
        private final int most;
        private final RuntimeException failure;
        private final CountDownLatch closed = new CountDownLatch(1);
        private int next;

        Blocks(List<Block> blocks, int most, RuntimeException failure) {
            this.blocks = blocks;
            this.most = most;
            this.failure = failure;
        }

        @Override
        public boolean hasNext() {
            if (next == blocks.size() && next < most) {
                awaitClose();
                return false;
            }
            return true;
        }

        @Override
        public Block next() {
            if (next == most) {
                throw failure;
            }
            return blocks.get(next++);
        }

        private void awaitClose() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
