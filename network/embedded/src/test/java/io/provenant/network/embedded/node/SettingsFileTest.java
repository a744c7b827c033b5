package io.provenant.network.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.provenant.network.embedded.msp.PolicyText;
import java.nio.file.Path;
import java.time.Duration;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.junit.jupiter.api.Test;

class SettingsFileTest {

    private static final String TEXT = """
            {"v":1,"channel":"market","dataDir":"data",
             "organisations":[{"mspId":"AMSP","mspDir":"/a/msp","peer":{"host":"127.0.0.1","port":0}}],
             "orderer":{"mspId":"OMSP","mspDir":"o/msp","host":"127.0.0.1","port":7050},
             "chaincodes":[{"name":"cc","version":"1.0","sequence":2,"policy":"OR('AMSP.peer')",
              "collections":[{"name":"c","policy":"OR('AMSP.member')","memberOnlyRead":true,"blockToLive":0,
               "endorsementPolicy":{"signaturePolicy":"OR('AMSP.peer')"}}],
              "addresses":[{"mspId":"AMSP","host":"127.0.0.1","port":9999}]}],
             "batchTimeoutMs":50,"batchCount":10,"executeTimeoutMs":2000}
            """;

    private static NodeSettings parse(String text) {
        return SettingsFile.parse(text, Path.of("/home"));
    }

    @Test
    void reads_every_setting() {
        NodeSettings settings = parse(TEXT);

        assertThat(settings.channel()).isEqualTo("market");
        assertThat(settings.dataDir()).isEqualTo(Path.of("/home/data"));
        assertThat(settings.organisations())
                .containsExactly(new OrganisationSettings("AMSP", Path.of("/a/msp"), new HostPort("127.0.0.1", 0)));
        assertThat(settings.orderer())
                .isEqualTo(new OrdererSettings("OMSP", Path.of("/home/o/msp"), new HostPort("127.0.0.1", 7050)));
        assertThat(settings.chaincode().definition().sequence()).isEqualTo(2);
        assertThat(settings.chaincode().definition().endorsementPolicy().getSignaturePolicy())
                .isEqualTo(PolicyText.parse("OR('AMSP.peer')"));
        assertThat(settings.chaincode().addresses()).containsEntry("AMSP", new HostPort("127.0.0.1", 9999));
        assertThat(settings.batchTimeout()).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.batchCount()).isEqualTo(10);
        assertThat(settings.executeTimeout()).isEqualTo(Duration.ofSeconds(2));
        StaticCollectionConfig collection =
                settings.chaincode().definition().collections().get(0);
        assertThat(collection.getMemberOnlyRead()).isTrue();
        assertThat(collection.getMemberOnlyWrite()).isFalse();
        assertThat(collection.getMemberOrgsPolicy().getSignaturePolicy())
                .isEqualTo(PolicyText.parse("OR('AMSP.member')"));
        assertThat(collection.getEndorsementPolicy().getSignaturePolicy())
                .isEqualTo(PolicyText.parse("OR('AMSP.peer')"));
    }

    @Test
    void refuses_what_it_does_not_know_or_support() {
        assertThatThrownBy(() -> parse(TEXT.replace("\"batchCount\":10", "\"batchSize\":10")))
                .hasMessage("there is no setting \"batchSize\"");
        assertThatThrownBy(() -> parse(TEXT.replace("\"v\":1", "\"v\":2")))
                .hasMessage("\"v\" must be from 1 to 1, found 2");
        assertThatThrownBy(() -> parse(TEXT.replace("\"blockToLive\":0", "\"blockToLive\":5")))
                .hasMessage("\"chaincodes[0].collections[0].blockToLive\" must be from 0 to 0, found 5");
        assertThatThrownBy(() -> parse(TEXT.replace("\"port\":9999", "\"port\":70000")))
                .hasMessageContaining("addresses[0].port");
        assertThatThrownBy(() -> parse(TEXT.replace("OR('AMSP.peer')\",", "OR('AMSP.king')\",")))
                .hasMessageContaining("king");
        assertThatThrownBy(() -> parse(TEXT.replace("\"mspId\":\"OMSP\",", "")))
                .hasMessage("\"orderer.mspId\" is missing");
    }

    @Test
    void refuses_an_organisation_that_is_named_twice_or_none_at_all() {
        String one = "{\"mspId\":\"AMSP\",\"mspDir\":\"/a/msp\",\"peer\":{\"host\":\"127.0.0.1\",\"port\":0}}";

        assertThatThrownBy(() -> parse(TEXT.replace(one, one + "," + one)))
                .hasMessage("an organisation is named twice");
        assertThatThrownBy(() -> parse(TEXT.replace(one, ""))).hasMessage("a channel needs an organisation");
    }
}
