package io.provenant.gateway.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are those that peers of Fabric 3.1.5 were seen to say. */
class PeerSaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unavailable: failed to evaluate transaction; proposal client identity expired | have it renewed
                    aborted: error validating proposal: access denied: channel [c] creator org unknown, creator is malformed | provenant.organisation.msp-id
                    aborted: error validating proposal: access denied: channel [c] creator org [Org1MSP] | pair of files
                    unavailable: failed to get config for channel [c]: could not get last config for channel c | provenant.market.channel
                    failed precondition: no peers available to evaluate chaincode x in channel c | provenant.market.chaincode
                    aborted: error in simulation: failed to execute transaction 1: could not launch chaincode p:1: connection to p:1 failed: connection refused | the chaincode service
                    unavailable: failed to find any endorsing peers for org(s): Org9MSP | anchor peer
                    failed precondition: no combination of peers can be derived which satisfy the endorsement policy | too few organisations
                    unknown: request unauthorized due to incorrect timestamp 2026-01-01T00:00:00Z | clocks
                    """)
    void what_a_peer_says_has_a_cause_and_a_next_step(String words, String meaning) {
        assertThat(PeerSays.meaning(words)).contains(meaning).endsWith("(the peer says: " + words + ")");
    }

    @Test
    void what_is_not_known_is_told_as_it_was_said() {
        assertThat(PeerSays.meaning("internal: something else")).isEqualTo("internal: something else");
    }
}
