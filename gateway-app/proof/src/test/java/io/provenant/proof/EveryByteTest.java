package io.provenant.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.proof.receipt.Receipt;
import io.provenant.proof.report.Level;
import io.provenant.proof.report.Report;
import io.provenant.proof.report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No byte of a receipt can be altered and none of it left out. */
class EveryByteTest {

    private final Verification verification = Verification.against(
                    TestMarket.MARKET.trust().canonicalBytes())
            .withLogKey(TestLog.KEY.text(TestLog.DIGESTS));

    /** A key that is given by hand names no epoch, and the promise's own is not signed: the report says so. */
    @Test
    void each_altered_bit_of_an_integrated_receipt_is_refused_but_the_epoch_of_a_key_given_by_hand() {
        String text = TestLog.receipt().toJson().canonical();
        byte[] receipt = text.getBytes(StandardCharsets.UTF_8);
        int epoch = text.indexOf("\"keyEpoch\":1") + "\"keyEpoch\":".length();

        Report report = verification.verify(receipt);

        assertThat(report.level()).contains(Level.INTEGRATED);
        assertThat(report.remarks()).contains("the key was given by hand: keyEpoch 1 of the promise is not checked");
        for (int bit : new int[] {0, 1, 5, 7}) {
            assertThat(accepted(receipt, 1 << bit))
                    .as("bytes with bit " + bit + " flipped")
                    .isSubsetOf(epoch);
        }
    }

    @Test
    void each_altered_byte_of_an_attested_receipt_is_refused() {
        byte[] receipt = attested().canonicalBytes();

        assertThat(verification.verify(receipt).level()).contains(Level.ATTESTED);
        assertThat(accepted(receipt, 1)).isEmpty();
    }

    @Test
    void a_receipt_cut_anywhere_is_refused() {
        byte[] receipt = TestLog.receipt().toJson().canonicalBytes();

        for (int length = 0; length < receipt.length; length++) {
            Report report = verification.verify(Arrays.copyOf(receipt, length));
            assertThat(report.verdict()).as("cut at " + length).isEqualTo(Verdict.NOT_VALID);
        }
    }

    private static JsonObject attested() {
        Receipt receipt = TestLog.receipt();
        return new Receipt(
                        receipt.entry(),
                        receipt.opened(),
                        receipt.promise(),
                        receipt.proof(),
                        Optional.of(TestAttestation.ANCHOR),
                        Optional.empty())
                .toJson()
                .with("attestation", new TestAttestation().file());
    }

    // the places at which an alteration went unnoticed
    private List<Integer> accepted(byte[] receipt, int mask) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < receipt.length; at++) {
            receipt[at] ^= (byte) mask;
            if (verification.verify(receipt).verdict() == Verdict.VALID) {
                places.add(at);
            }
            receipt[at] ^= (byte) mask;
        }
        return places;
    }
}
