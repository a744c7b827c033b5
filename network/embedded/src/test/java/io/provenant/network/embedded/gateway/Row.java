package io.provenant.network.embedded.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.provenant.network.embedded.testing.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;

/** A line of the table of refusals: a call, and the code, the text and the details that Fabric 3.1.5 gives it. */
record Row(String name, ThrowingCallable call, Code code, String text, List<String> details) {

    static final String ENDORSE = "failed to endorse transaction, see attached details for more info";
    static final String EVALUATE = "evaluate call to endorser returned error: ";
    static final String UNREADABLE = "proto: cannot parse invalid wire-format data";

    static Row of(String name, ThrowingCallable call, Code code, String text, String... details) {
        return new Row(name, call, code, text, List.of(details));
    }

    static List<DynamicTest> tests(List<Row> rows) {
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), row::check))
                .toList();
    }

    private void check() {
        Refusal refusal = Refusal.of(call);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.messages()).isEqualTo(details);
    }
}
