package io.provenant.testing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.command.CommandSpec;
import io.provenant.dispatch.Commands;
import io.provenant.dispatch.Result;
import org.junit.jupiter.api.Test;

class WholeMarketTest {

    @Test
    void every_command_of_the_table_is_accepted_at_least_once() {
        WholeMarket market = WholeMarket.told();

        assertThat(market.teller().steps().stream()
                        .filter(step -> step.result() instanceof Result.Success)
                        .map(step -> step.call().command())
                        .distinct()
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        Commands.all().specs().stream().map(CommandSpec::name).toList());
    }
}
