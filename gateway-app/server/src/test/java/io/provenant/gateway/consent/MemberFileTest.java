package io.provenant.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.provenant.canonical.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberFileTest {

    private static final List<JsonObject> TWO = List.of(
            JsonObject.empty().with("subjectRef", "sr1").with("cohort", "A, \"first\""),
            JsonObject.empty().with("subjectRef", "sr2"));

    @Test
    void reads_csv_with_quotes_line_ends_and_empty_cells() throws MemberFileException {
        assertThat(MemberFile.csv("subjectRef,cohort\r\nsr1,\"A, \"\"first\"\"\"\r\nsr2,\r\n"))
                .isEqualTo(TWO);
        assertThat(MemberFile.csv("\ufeffsubjectRef,cohort\nsr1,\"A, \"\"first\"\"\"\n\nsr2,"))
                .isEqualTo(TWO);
    }

    @Test
    void reads_ndjson() throws MemberFileException {
        assertThat(MemberFile.ndjson(
                        "{\"subjectRef\":\"sr1\",\"cohort\":\"A, \\\"first\\\"\"}\n\n{\"subjectRef\":\"sr2\"}"))
                .isEqualTo(TWO);
    }

    @Test
    void names_every_faulty_line_and_nothing_of_what_it_says() {
        String file = "{\"subjectRef\":\"secret-1\"}\n{\"subjectRef\":\"secret-1\"}\n{\"cohort\":\"secret\"}\n"
                + "{\"subjectRef\":7}\n{\"subjectRef\n{\"subjectRef\":\"x\",\"id\":\"secret\"}";

        MemberFileException refused = catchThrowableOfType(MemberFileException.class, () -> MemberFile.ndjson(file));

        assertThat(refused.faults())
                .extracting(MemberFault::line, MemberFault::code)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2L, "DUPLICATE_IN_FILE"),
                        org.assertj.core.api.Assertions.tuple(3L, "FIELD_MISSING"),
                        org.assertj.core.api.Assertions.tuple(4L, "INPUT_MALFORMED"),
                        org.assertj.core.api.Assertions.tuple(5L, "INPUT_MALFORMED"),
                        org.assertj.core.api.Assertions.tuple(6L, "INPUT_MALFORMED"));
        assertThat(refused.getMessage() + refused.faults()).doesNotContain("secret");
    }

    @Test
    void a_csv_row_of_another_width_is_named_by_the_line_it_starts_on() {
        MemberFileException refused = catchThrowableOfType(
                MemberFileException.class, () -> MemberFile.csv("subjectRef,note\nsr1,\"two\nlines\"\nsr2,a,b\n"));

        assertThat(refused.faults())
                .singleElement()
                .extracting(MemberFault::line)
                .isEqualTo(4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subjectRef\n\"never closed\nsr2\n",
                "subjectRef,note\n\"sr1\"x,y\n",
                "subjectRef,subjectRef\nsr1,sr2\n",
                "subjectRef,E-mail\nsr1,x\n",
                "note\nsr1\n"
            })
    void csv_that_two_readers_could_understand_differently_is_refused(String file) {
        assertThatThrownBy(() -> MemberFile.csv(file)).isInstanceOf(MemberFileException.class);
    }

    @Test
    void a_file_without_a_person_is_refused() {
        assertThatThrownBy(() -> MemberFile.csv("")).isInstanceOf(MemberFileException.class);
        assertThatThrownBy(() -> MemberFile.csv("subjectRef\n")).isInstanceOf(MemberFileException.class);
        assertThatThrownBy(() -> MemberFile.ndjson("\n")).isInstanceOf(MemberFileException.class);
    }
}
