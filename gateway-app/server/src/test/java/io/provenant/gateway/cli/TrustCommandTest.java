package io.provenant.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.network.identity.MspFolder;
import io.provenant.network.identity.Organisation;
import io.provenant.proof.trust.EndorsementPolicy;
import io.provenant.proof.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {

    @TempDir
    Path folder;

    @Test
    void says_whose_signatures_count_only_where_the_verifier_said_it() {
        Runs.Ran made = make(List.of("ExchangeMSP", "RegulatorMSP"));

        assertThat(made.exit()).isEqualTo(2);
        assertThat(made.err()).contains("--voice");
        assertThat(made.out()).isEmpty();
    }

    @Test
    void two_exchanges_of_one_voice_are_no_quorum_and_the_file_is_read_aloud() {
        Runs.Ran made = make(
                List.of("ExchangeMSP", "SecondMSP", "RegulatorMSP"),
                "--voice",
                "ExchangeMSP,SecondMSP",
                "--voice",
                "RegulatorMSP");

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.err()).contains("2 of 2 voices must have signed: ExchangeMSP or SecondMSP; RegulatorMSP");
        EndorsementPolicy policy = file(made).policy();
        assertThat(policy.voices(List.of("ExchangeMSP", "SecondMSP"))).isEqualTo(1);
        assertThat(policy.voices(List.of("SecondMSP", "RegulatorMSP"))).isEqualTo(2);
    }

    @Test
    void an_organisation_without_a_voice_has_its_roots_in_the_file_and_its_signature_counts_nothing() {
        Runs.Ran made = make(
                List.of("ExchangeMSP", "RegulatorMSP", "ClinicMSP"),
                "--voice",
                "ExchangeMSP",
                "--voice",
                "RegulatorMSP");

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.err()).contains("no voice: ClinicMSP");
        assertThat(file(made).organisations()).containsOnlyKeys("ClinicMSP", "ExchangeMSP", "RegulatorMSP");
        assertThat(file(made).policy().mspIds()).containsExactly("ExchangeMSP", "RegulatorMSP");
    }

    @Test
    void refuses_voices_that_no_file_can_hold() {
        List<String> two = List.of("ExchangeMSP", "RegulatorMSP");
        assertThat(make(two, "--voice", "ExchangeMSP", "--voice", "OtherMSP").err())
                .contains("policy names an organisation without roots: OtherMSP");
        assertThat(make(two, "--voice", "ExchangeMSP", "--voice", "ExchangeMSP,RegulatorMSP")
                        .err())
                .contains("ExchangeMSP has two voices");
        assertThat(make(two, "--voice", "ExchangeMSP,RegulatorMSP").err())
                .contains("policy asks for 2 of 1 organisations");
        List<String> four = List.of("AMSP", "BMSP", "CMSP", "DMSP");
        assertThat(make(four, "--voice", "AMSP,BMSP", "--voice", "CMSP,DMSP").err())
                .contains("only one voice may be of several organisations");
    }

    @Test
    void a_folder_that_is_none_is_named() {
        Runs.Ran made = Runs.run(
                "trust",
                "make",
                "--channel",
                "market-1",
                "--organisation",
                "ExchangeMSP=/nonexist",
                "--founded-tx",
                "a".repeat(64),
                "--code-sha256",
                "b".repeat(64),
                "--voice",
                "ExchangeMSP");

        assertThat(made.exit()).isEqualTo(2);
        assertThat(made.err()).contains("/nonexist is no MSP folder of ExchangeMSP", "/nonexist/cacerts");
    }

    private Runs.Ran make(List<String> mspIds, String... options) {
        List<String> arguments = new ArrayList<>(List.of("trust", "make", "--channel", "market-1"));
        for (String mspId : mspIds) {
            Path place = folder.resolve(mspId);
            MspFolder.of(Organisation.create(mspId, "example", Clock.systemUTC()))
                    .write(place);
            arguments.addAll(List.of("--organisation", mspId + "=" + place));
        }
        arguments.addAll(List.of("--founded-tx", "a".repeat(64), "--code-sha256", "b".repeat(64)));
        arguments.addAll(List.of(options));
        return Runs.run(arguments.toArray(String[]::new));
    }

    private static TrustFile file(Runs.Ran made) {
        JsonObject json = StrictJsonReader.parseObject(made.out().strip());
        return TrustFile.parse(json.canonical().getBytes(StandardCharsets.UTF_8));
    }
}
