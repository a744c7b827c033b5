package io.provenant.network.fabric.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.network.fabric.node.OrdererPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderersTest {

    private static final Command.Result DONE = new Command.Result(0, "done");
    private static final Command.Result DOWN =
            new Command.Result(1, "Error: orderer client failed to connect to 127.0.0.1:1: context deadline exceeded");
    private static final Command.Result LEADERLESS =
            new Command.Result(1, "Error: got unexpected status: SERVICE_UNAVAILABLE -- no Raft leader");
    private static final Command.Result REFUSED =
            new Command.Result(1, "Error: got unexpected status: BAD_REQUEST -- signature set did not satisfy policy");

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void an_orderer_that_is_down_or_has_no_leader_is_passed_over() {
        assertThat(run(Duration.ofSeconds(10), DOWN, LEADERLESS, DONE)).isEqualTo(DONE);
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void all_are_asked_again_while_none_takes_it() {
        assertThat(run(Duration.ofSeconds(10), DOWN, DOWN, LEADERLESS, LEADERLESS, DONE))
                .isEqualTo(DONE);
        assertThat(asked).containsExactly(1, 2, 3, 1, 2);
    }

    @Test
    void a_refusal_is_the_answer() {
        assertThat(run(Duration.ofSeconds(10), REFUSED, DONE)).isEqualTo(REFUSED);
        assertThat(asked).containsExactly(1);
    }

    @Test
    void where_none_takes_it_the_last_answer_says_why() {
        assertThat(run(Duration.ZERO, DOWN, DOWN, DOWN, DOWN)).isEqualTo(DOWN);
    }

    private Command.Result run(Duration patience, Command.Result... answers) {
        List<OrdererPlace> places = List.of(orderer(1), orderer(2), orderer(3));
        return new Orderers(places, patience).run(orderer -> {
            asked.add(orderer.id());
            return answers[asked.size() - 1];
        });
    }

    private static OrdererPlace orderer(int id) {
        return new OrdererPlace(id, Path.of("orderer" + id), "127.0.0.1", 1, 2, 3);
    }
}
