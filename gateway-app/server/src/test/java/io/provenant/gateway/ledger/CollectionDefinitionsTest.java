package io.provenant.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.canonical.JsonArray;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionDefinitionsTest {

    @Test
    void each_organisation_has_one_of_its_own_and_authorities_share_three() {
        List<JsonObject> collections = collections(
                "exchange=ExchangeMSP", "regulator=CacMSP", "association=AssocMSP", "member=bank.example.MSP");

        assertThat(collections)
                .extracting(one -> one.text("name") + " " + one.text("policy"))
                .containsExactly(
                        "pdcOwn-AssocMSP OR('AssocMSP.member')",
                        "pdcOwn-CacMSP OR('CacMSP.member')",
                        "pdcOwn-ExchangeMSP OR('ExchangeMSP.member')",
                        "pdcOwn-bank_example_MSP OR('bank.example.MSP.member')",
                        "pdcCase OR('AssocMSP.member', 'CacMSP.member', 'ExchangeMSP.member')",
                        "pdcInspection OR('AssocMSP.member', 'CacMSP.member')",
                        "pdcListing OR('AssocMSP.member', 'CacMSP.member')");
    }

    @Test
    void only_members_read_and_write_and_only_their_peers_endorse() {
        assertThat(collections("exchange=A", "regulator=B", "association=C")).allSatisfy(one -> {
            assertThat(one.flag("memberOnlyRead")).isTrue();
            assertThat(one.flag("memberOnlyWrite")).isTrue();
            assertThat(one.object("endorsementPolicy").text("signaturePolicy"))
                    .isEqualTo(one.text("policy").replace(".member", ".peer"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "bank=A", "member=", "member=a b", "member=A'B"})
    void what_names_no_organisation_is_refused(String organisation) {
        assertThatThrownBy(() -> collections("exchange=A", "regulator=B", "association=C", organisation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(organisation);
    }

    @Test
    void without_one_of_the_authorities_there_is_no_market() {
        assertThatThrownBy(() -> collections("exchange=A", "regulator=B"))
                .hasMessageStartingWith("name an exchange, a regulator and an association");
    }

    private static List<JsonObject> collections(String... organisations) {
        String json = CollectionDefinitions.of(List.of(organisations));
        return ((JsonArray)
                        StrictJsonReader.parseObject("{\"all\":" + json + "}").value("all"))
                .objects();
    }
}
