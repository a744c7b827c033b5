package io.provenant.proof.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.MalformedJsonException;
import io.provenant.testing.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullJsonTest {

    private static final long SEED = 20_260_306;

    @TestFactory
    Stream<DynamicTest> the_public_vectors_byte_for_byte() {
        Path folder = Vectors.folder("jcs");
        return Vectors.files(folder.resolve("input"), ".json")
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    byte[] output = Vectors.bytes(folder.resolve("output").resolve(input.getFileName()));

                    assertThat(FullJson.parse(Vectors.bytes(input)).canonicalBytes())
                            .isEqualTo(output);
                    assertThat(FullJson.parse(output).canonicalBytes()).isEqualTo(output);
                }));
    }

    /** RFC 8785 appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_as_ecmascript_writes_them(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(new FullJson.Real(value).canonical()).isEqualTo(text);
    }

    @Test
    void any_double_is_written_as_another_implementation_writes_it_and_reads_back() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long bits = i % 16 == 0 ? (long) random.nextInt(2047) << 52 : random.nextLong();
            double value = Double.longBitsToDouble(bits);
            if (Double.isFinite(value)) {
                String text = new FullJson.Real(value).canonical();
                assertThat(Double.parseDouble(text))
                        .as("seed %d, bits %x", SEED, bits)
                        .isEqualTo(value + 0.0);
                assertThat(text).as("seed %d, bits %x", SEED, bits).isEqualTo(NumberToJSON.serializeNumber(value));
            }
        }
    }

    @Test
    void a_document_is_written_as_another_implementation_writes_it() throws IOException {
        String json = "{ \"b\" : [ 1.50, -0.0, 1e2, null, true ], \"\\u20ac\" : \"\\u000f\\/\", \"a\" : {} }";

        assertThat(FullJson.parse(json.getBytes(StandardCharsets.UTF_8)).canonical())
                .isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nul",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e999",
                "NaN",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{a:1}",
                "\"\\ud800\"",
                "\"\u0001\"",
                "\"a",
                "{} {}",
                "'a'"
            })
    void what_is_no_json_is_refused(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FullJson.parse(bytes)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void nesting_is_bounded() {
        byte[] deepest = ("[".repeat(64) + "]".repeat(64)).getBytes(StandardCharsets.UTF_8);
        byte[] tooDeep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        assertThat(FullJson.parse(deepest).canonicalBytes()).isEqualTo(deepest);
        assertThatThrownBy(() -> FullJson.parse(tooDeep)).hasMessageStartingWith("nested deeper than 64");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] bytes = {'"', (byte) 0xC3, '"'};

        assertThatThrownBy(() -> FullJson.parse(bytes)).hasMessageStartingWith("not UTF-8");
    }
}
