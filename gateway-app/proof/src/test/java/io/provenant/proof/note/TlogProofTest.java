package io.provenant.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.proof.crypto.BouncyCastleDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of C2SP; the proof is that of domain 3a.18 (g). */
class TlogProofTest {

    private static final String ORIGIN = "ledger.example/market-1/pty-exchange/trade-0";
    private static final String PROOF = "c2sp.org/tlog-proof@v1\nindex 1\n"
            + "sTcKT/nNPtPIdjt+fu0dhYesb1XgtKDoYg24T19y+tg=\nBU8diWJqW15sHeshMSMs8Ca2eFtsgR2JGy0KRI0/SWY=\n\n"
            + ORIGIN + "\n3\n6LBi2p+VQ+/VqKxnCAG/dLe2Qqfu/+mUbAihEa+d25Y=\n\n\u2014 " + ORIGIN
            + " I0dcQYZsFPdWYcb5HT+AK0qskTZn2JI5tw5FYrVJA8fw1NCHgrVy6Z6UcEUADfeMEF+GfD4whh+RIiKp0xkNlEk+FAY=\n";

    @Test
    void a_proof_is_read_and_written_back_to_the_byte() {
        TlogProof proof = TlogProof.parse(PROOF);

        assertThat(proof.text()).isEqualTo(PROOF);
        assertThat(proof.inclusion().size()).isEqualTo(3);
        assertThat(proof.note().signatures())
                .singleElement()
                .satisfies(line -> assertThat(line.keyId()).isEqualTo("23475c41"));
    }

    @Test
    void a_co_signature_under_another_name_is_kept() {
        String line = PROOF.substring(PROOF.lastIndexOf('\u2014'));
        String cosigned = PROOF + line.replace(ORIGIN, "witness.example/w1");

        assertThat(TlogProof.parse(cosigned).note().signatures()).hasSize(2);
        assertThat(TlogProof.parse(cosigned).text()).isEqualTo(cosigned);
    }

    @ParameterizedTest
    @CsvSource({
        "tlog-proof@v1, tlog-proof@v2",
        "index 1, index 01",
        "index 1, index -1",
        "index 1, index one",
        "index 1, extra AAAA",
        "index 1, Index 1",
        "tg=, th=",
        "SWY=, SWY",
        "trade-0 I0dc, trade-0  I0dc",
        "FAY=, FAY"
    })
    void a_proof_in_another_form_is_refused(String what, String instead) {
        String text = PROOF.replace(what, instead);

        assertThat(text).isNotEqualTo(PROOF);
        assertThatThrownBy(() -> TlogProof.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"23475c41, 23475c42", "AU/Q, AE/Q", "AU/Q, AU/R", "+AU/, AU/", "vmXE, vm", "/trade-0, /trade-x"})
    void a_verifier_key_in_another_form_is_refused(String what, String instead) {
        String key = ORIGIN + "+23475c41+AU/QmczUfXiT3+nsJEFOyw2bVCAjKq0w2RxGW+M8vmXE";
        String changed = key.replace(what, instead);

        assertThat(changed).isNotEqualTo(key);
        assertThatThrownBy(() -> LogPublicKey.parse(changed, new BouncyCastleDigests()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
