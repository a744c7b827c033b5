package io.provenant.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.command.CommandSpec;
import io.provenant.command.Step;
import io.provenant.command.Who;
import io.provenant.ledger.Role;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    @Test
    void t() {
        for (CommandSpec spec : Commands.all().specs()) {
            System.out.println("ROW " + spec.name() + " | "
                    + (spec.who() instanceof Who.OneOf o ? o.roles().stream().map(Role::code).collect(Collectors.joining(" ")) : spec.who().getClass().getSimpleName())
                    + " | " + spec.step().map(s -> s.type().code() + " " + s.from() + " -> " + s.to()).orElse("-")
                    + " | " + (spec.restrictive() ? "†" : "") + (spec.idempotent() ? "◇" : "") + (spec.evaluated() ? "=" : ""));
        }
        assertThat(1).isEqualTo(1);
    }
}
