package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsTest {

    @Test
    void a_complete_set_is_read_by_its_names() {
        GatewaySettings settings = read(complete());

        assertThat(settings.organisation()).isEqualTo(new GatewaySettings.Organisation("pty-exchange", "ExchangeMSP"));
        assertThat(settings.market().ordering()).isEqualTo(GatewaySettings.Ordering.BFT);
        assertThat(settings.market().collections()).containsExactly("pdcCase", "pdcListing");
        assertThat(settings.peer().orElseThrow().host()).isEqualTo("peer0.exchange.example");
        assertThat(settings.tokens().audience()).isEqualTo("pty-exchange");
        assertThat(settings.dataDir()).isEqualTo(Path.of("/srv/provenant"));
        assertThat(settings.logs()).hasSize(2);
    }

    @Test
    void an_environment_variable_has_the_same_name_in_upper_case() {
        Map<String, Object> settings = complete();
        settings.remove("provenant.data-dir");
        settings.put("PROVENANT_DATADIR", "/elsewhere");

        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove("systemEnvironment");
        environment
                .getPropertySources()
                .addFirst(new org.springframework.core.env.SystemEnvironmentPropertySource(
                        "systemEnvironment", settings));
        org.springframework.boot.context.properties.source.ConfigurationPropertySources.attach(environment);

        assertThat(GatewaySettings.read(environment, false).dataDir()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void what_is_missing_is_named_with_the_variable_that_sets_it() {
        Map<String, Object> settings = complete();
        settings.remove("provenant.tokens.issuer");
        settings.remove("provenant.peer.tls-roots");

        assertThat(problems(settings))
                .containsExactly(
                        "provenant.peer.tls-roots is missing; set it in application.yaml or as PROVENANT_PEER_TLSROOTS",
                        "provenant.tokens.issuer is missing; set it in application.yaml or as PROVENANT_TOKENS_ISSUER");
    }

    @Test
    void a_name_that_is_no_setting_is_refused() {
        Map<String, Object> settings = complete();
        settings.put("provenant.organization.party-id", "pty-exchange");

        assertThat(problems(settings))
                .singleElement()
                .asString()
                .startsWith("provenant.organization.party-id is no setting");
    }

    @Test
    void values_of_another_form_are_named_all_at_once() {
        Map<String, Object> settings = complete();
        settings.put("provenant.market.ordering", "paxos");
        settings.put("provenant.peer.endpoint", "nowhere");
        settings.put("provenant.logs[0].origin", "nonsense");
        settings.put("provenant.logs[1].origin", "ledger.example/market-1/pty-cac/lineage-0");

        assertThat(problems(settings))
                .anySatisfy(problem ->
                        assertThat(problem).contains("market.ordering").contains("paxos"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("peer.endpoint").contains("host:port"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("logs[0].origin").contains("nonsense"))
                .anySatisfy(problem -> assertThat(problem).contains("a log of pty-cac is not written by pty-exchange"));
    }

    @Test
    void a_channel_that_is_handed_in_takes_the_place_of_a_peer() {
        Map<String, Object> settings = complete();
        settings.remove("provenant.peer.endpoint");
        settings.remove("provenant.peer.tls-roots");

        assertThat(GatewaySettings.read(environment(settings), true).peer()).isEmpty();
    }

    @Test
    void the_documented_file_names_every_setting_and_no_other() {
        SettingsException missing = catchThrowableOfType(
                SettingsException.class,
                () -> GatewaySettings.read(SettingsFiles.environment(java.util.Optional.empty()), false));

        assertThat(missing.problems()).isNotEmpty().allMatch(problem -> problem.contains(" is missing; "));
    }

    private static java.util.List<String> problems(Map<String, Object> settings) {
        return catchThrowableOfType(SettingsException.class, () -> read(settings))
                .problems();
    }

    private static GatewaySettings read(Map<String, Object> settings) {
        return GatewaySettings.read(environment(settings), false);
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }

    private static Map<String, Object> complete() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("provenant.organisation.party-id", "pty-exchange");
        settings.put("provenant.organisation.msp-id", "ExchangeMSP");
        settings.put("provenant.market.channel", "market-1");
        settings.put("provenant.market.chaincode", "provenant");
        settings.put("provenant.market.network", "fabric");
        settings.put("provenant.market.ordering", "bft");
        settings.put("provenant.market.collections", "pdcCase, pdcListing");
        settings.put("provenant.market.attest-at-least", "2");
        settings.put("provenant.peer.endpoint", "peer0.exchange.example:7051");
        settings.put("provenant.peer.tls-roots", "tls/ca.pem");
        settings.put("provenant.people.file", "people.json");
        settings.put("provenant.people.folder", "people");
        settings.put("provenant.people.gateway-subject", "gateway");
        settings.put("provenant.tokens.issuer", "https://id.exchange.example");
        settings.put("provenant.data-dir", "/srv/provenant");
        settings.put("provenant.master-key-file", "/etc/provenant/master.key");
        settings.put("provenant.logs[0].origin", "ledger.example/market-1/pty-exchange/trade-0");
        settings.put("provenant.logs[0].key-file", "/etc/provenant/trade.key");
        settings.put("provenant.logs[1].origin", "ledger.example/market-1/pty-exchange/lineage-0");
        settings.put("provenant.logs[1].key-file", "/etc/provenant/lineage.key");
        return settings;
    }
}
