package io.provenant.network.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.provenant.network.fabric.NodeControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of three Raft orderers, or of four BFT orderers, and what becomes of all without a quorum. */
@OnRealFabric
class OrdererFaultTest {

    private static final Set<String> UNSEEN = Set.of("committed");
    private static final Set<String> LATE = Set.of("committed", "indeterminate");
    private static final Duration FROZEN = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path keys;

    @AutoClose
    private static FaultScene scene;

    @BeforeAll
    static void start() {
        scene = FaultScene.start(keys, 3);
    }

    @Test
    void a_follower_is_killed_and_nobody_sees_it() {
        NodeControl follower = follower();

        Duration gap = scene.under(
                "an orderer that follows is killed", UNSEEN, Duration.ofSeconds(5), follower::kill, follower::start);

        assertThat(gap).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void the_leader_is_killed_and_the_others_go_on_without_it() {
        NodeControl leader = leader();

        Duration gap = scene.under(
                "the orderer that leads is killed", LATE, Duration.ofSeconds(15), leader::kill, leader::start);

        assertThat(gap).isLessThan(Duration.ofSeconds(15)); // it was still down when they went on
    }

    @Test
    void the_leader_is_frozen_for_20_s_and_the_others_go_on_without_it() {
        NodeControl leader = leader();

        Duration gap =
                scene.under("the orderer that leads is frozen for 20 s", LATE, FROZEN, leader::freeze, leader::thaw);

        assertThat(gap).isLessThan(FROZEN); // peers that had their blocks from it found another
    }

    @Test
    void an_orderer_that_answers_late_again_and_again_stops_nobody() {
        NodeControl late = follower();

        scene.under(
                "an orderer answers 2 s late, three times",
                LATE,
                Duration.ofSeconds(1),
                () -> {
                    for (int time = 0; time < 3; time++) {
                        late.freeze();
                        Faults.hold(Duration.ofSeconds(2));
                        late.thaw();
                        Faults.hold(Duration.ofMillis(500));
                    }
                },
                () -> {});
    }

    @Test
    void without_a_quorum_nothing_is_told_to_have_failed_and_all_is_ordered_once_it_is_back() {
        assumeThat(FaultyLedger.isBft())
                .as("two of four BFT orderers; Raft without a quorum has no leader to take anything")
                .isTrue();
        NodeControl first = leader();
        NodeControl second = follower();

        scene.under(
                "two of four orderers are killed",
                LATE,
                Duration.ofSeconds(8),
                () -> {
                    first.kill();
                    second.kill();
                },
                () -> {
                    first.start();
                    second.start();
                });
    }

    private static NodeControl leader() {
        return scene.network().orderer(awaitLeader());
    }

    /** The one after it. */
    private static NodeControl follower() {
        int count = scene.network().settings().orderers();
        return scene.network().orderer(awaitLeader() % count + 1);
    }

    private static int awaitLeader() {
        Awaitility.await().atMost(PATIENCE).until(() -> scene.network().leader().isPresent());
        return scene.network().leader().orElseThrow();
    }
}
