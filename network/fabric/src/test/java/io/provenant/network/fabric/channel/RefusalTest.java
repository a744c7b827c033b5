package io.provenant.network.fabric.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Fabric 3.1.5 said, recorded from its programs, and what an operator reads. */
class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    requested sequence 7 is larger than the next available sequence number 2 | not the next one | leave --sequence away
                    currently defined sequence 2 is larger than requested sequence 1 | committed long ago | the next one
                    requested sequence is 2, but new definition must be sequence 3 | not the next one | leave --sequence away
                    attempted to redefine the current committed sequence (1) for namespace notes with different parameters | is committed with another | approve exactly what is committed
                    chaincode definition not agreed to by this org (RegulatorMSP) | has not approved exactly this | have it approve
                    transaction invalidated with status (ENDORSEMENT_POLICY_FAILURE) | too few organisations signed | a regulator or an association
                    policy for [Group]  /Channel/Application not satisfied: signature set did not satisfy policy | too few admins signed | have the admin
                    creator org unknown, creator is malformed | of no organisation that this peer's channel knows | look at the MSP id
                    connect: connection refused | nothing listens | start it
                    """)
    void a_refusal_has_a_cause_and_a_next_step(String fabric, String cause, String next) {
        String text = Refusal.of("do it", new Command.Result(1, "2026 some log line\nError: " + fabric))
                .getMessage();

        assertThat(text)
                .startsWith("do it: ")
                .contains(cause)
                .contains("\nnext: ")
                .contains(next)
                .endsWith("\nFabric says: Error: " + fabric);
    }

    @Test
    void what_nobody_foresaw_is_told_in_fabrics_own_words() {
        String text = Refusal.of("do it", new Command.Result(1, "Error: something new"))
                .getMessage();

        assertThat(text).isEqualTo("do it: Fabric refuses it\nFabric says: Error: something new");
        assertThat(Refusal.of("do it", new Command.Result(1, "")).getMessage()).endsWith("Fabric says: nothing");
    }
}
