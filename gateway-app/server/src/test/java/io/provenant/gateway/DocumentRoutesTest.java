package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentRoutesTest {

    private static final JsonObject PAPER = JsonObject.of(
            "document", JsonObject.empty().with("docType", "Paper").with("id", "11111111-2222-4333-8444-555555555555"));

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void a_paper_goes_to_the_own_collection_of_the_organisation_where_none_is_named() {
        Answer answer = deposit(PAPER);

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(201);
        assertThat(answer.json().text("docKey")).matches("[0-9a-f]{32}");
        assertThat(deposit(PAPER.with("collection", "pdcOwn-ExchangeMSP")).status())
                .isEqualTo(201);
    }

    @Test
    void a_paper_is_never_sent_where_every_client_of_the_channel_reads_it() {
        long before = gateway.ledger.height();

        Answer answer = deposit(PAPER.with("collection", "_implicit_org_ExchangeMSP"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("not-private");
        assertThat(answer.json().text("detail")).contains("Deposit it in pdcOwn-ExchangeMSP");
        assertThat(gateway.ledger.height()).isEqualTo(before);
    }

    @Test
    void the_collection_of_another_organisation_takes_no_paper_of_ours() {
        assertThat(deposit(PAPER.with("collection", "pdcOwn-RegulatorMSP")).codes())
                .containsExactly("NOT_YOURS");
    }

    @Test
    void a_paper_that_is_none_is_refused_with_the_field_as_it_was_sent() {
        Answer answer = deposit(PAPER.with("document", PAPER.object("document").without("docType")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().objects("errors"))
                .extracting(error -> error.text("pointer"))
                .containsExactly("/document/docType");
        assertThat(answer.json().text("detail"))
                .contains("field=/document/docType")
                .doesNotContain("transient");
    }

    private static Answer deposit(JsonObject request) {
        return gateway.post("officer", "/api/v1/documents", "application/json", request.canonical());
    }
}
