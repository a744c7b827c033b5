package io.provenant.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Commands;
import io.provenant.gateway.cli.Runs.Ran;
import io.provenant.ledger.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that founders and operators make before there is a market to talk to. */
class MarketFilesTest {

    private static final String FOUNDERS = """
            {"channel":"mychannel","regimes":["CN_DSL","CN_PIPL"],"founders":[
             {"partyId":"pty-exchange","mspIds":["Org1MSP"],"roles":["EXCHANGE"],"legalName":"A secret name","uscc":"91440300EXAMPLE001",SAME},
             {"partyId":"pty-cac","mspIds":["Org2MSP"],"roles":["REGULATOR"],"regulatorDomain":"CYBERSPACE","legalName":"R","uscc":"11440300EXAMPLE002",SAME},
             {"partyId":"pty-assoc","mspIds":["Org3MSP"],"roles":["ASSOCIATION"],"legalName":"S","uscc":"51440300EXAMPLE003",SAME}]}
            """.replace(
                    "SAME",
                    "\"kind\":\"MEMBER\",\"keys\":[],\"countryRegion\":\"CN\",\"sizeClass\":\"L\",\"piSubjectsBand\":\"LT_100K\","
                            + "\"recipientClassCode\":\"INSTITUTION\",\"criticalInfrastructure\":false,\"foreignListing\":false");

    @TempDir
    Path folder;

    @Test
    void a_draft_of_a_market_is_what_the_founding_commands_take() throws IOException {
        Path file = Files.writeString(folder.resolve("founders.json"), FOUNDERS);
        Path out = folder.resolve("founding");

        Ran drafted = Runs.run("draft-market", file.toString(), "--out", out.toString());

        assertThat(drafted.exit()).as(drafted.out()).isZero();
        assertFits("market:found", json(out.resolve("found.json")));
        assertFits("approve", json(out.resolve("approve.json")));
        try (Stream<Path> sections = Files.list(out.resolve("sections"))) {
            assertThat(sections).hasSizeGreaterThan(10).allSatisfy(one -> assertFits("rules:addSection", json(one)));
        }
        assertThat(Files.readString(out.resolve("found.json"))).doesNotContain("A secret name");
        assertThat(Files.readString(out.resolve("legal-names.json"))).contains("A secret name");
        assertThat(Files.getPosixFilePermissions(out.resolve("legal-names.json")))
                .hasSize(2);
    }

    @Test
    void a_regime_that_does_not_exist_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("founders.json"), FOUNDERS.replace("CN_DSL", "XX_DSL"));

        Ran drafted = Runs.run(
                "draft-market",
                file.toString(),
                "--out",
                folder.resolve("founding").toString());

        assertThat(drafted.exit()).isEqualTo(1);
        assertThat(drafted.err()).contains("XX_DSL");
    }

    @Test
    void collections_are_printed_for_the_organisations_that_are_named() {
        Ran printed = Runs.run("collections", "exchange=A", "regulator=B", "association=C");

        assertThat(printed.exit()).isZero();
        assertThat(printed.out()).startsWith("[").contains("pdcOwn-A").contains("pdcListing");
        assertThat(Runs.run("collections", "exchange=A").err())
                .contains("name an exchange, a regulator and an association");
    }

    @Test
    void the_network_of_the_scripts_has_the_collections_that_are_printed_for_it() {
        String printed = Runs.run(
                        "collections", "exchange=ExchangeMSP", "regulator=RegulatorMSP", "association=AssociationMSP")
                .out();

        assertThat(Path.of("../../scripts/market.collections.json")).hasContent(printed);
    }

    private static void assertFits(String command, JsonObject body) {
        Refusals refusals = new Refusals();
        Commands.all().find(command).orElseThrow().spec().body().check(body, "", refusals);
        assertThat(refusals.isEmpty()).as(command + refusals.reasons()).isTrue();
    }

    private static JsonObject json(Path file) {
        try {
            return StrictJsonReader.parseObject(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
