package io.provenant.network.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippedSuitesTest {

    @Test
    void methods_with_and_without_parameters_and_inherited_ones_count_once_each() {
        SkippedSuites skipped = new SkippedSuites("no ledger");

        skipped.add(Suite.class);
        skipped.add(Suite.class);
        skipped.add(Own.class);

        assertThat(skipped.line()).isEqualTo("skipped 5 test methods of Own, Suite: no ledger");
    }

    abstract static class Suite {

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void three(int number) {}
    }

    static final class Own extends Suite {

        @Test
        void another() {}

        void none() {}
    }
}
