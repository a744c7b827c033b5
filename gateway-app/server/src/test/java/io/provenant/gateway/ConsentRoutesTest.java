package io.provenant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import io.provenant.canonical.JsonObject;
import io.provenant.gateway.TestGateway.Answer;
import io.provenant.gateway.consent.ConsentReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentRoutesTest {

    private static final String SETS = "/api/v1/consents/sets";
    private static final String FILE = "subjectRef,channel\nperson-1,APP\nperson-2,PAPER\nperson-3,APP\n";

    @TempDir
    static Path folder;

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        gateway = new TestGateway(folder);
    }

    @Test
    void a_file_of_persons_becomes_a_root_and_stays_here() {
        Answer answer = gateway.post("dpo", SETS, "text/csv", FILE);

        assertThat(answer.status()).as(answer.json().canonical()).isEqualTo(201);
        assertThat(answer.json().object("population").integer("size")).isEqualTo(3);
        assertThat(answer.json().object("population").text("memberRoot")).hasSize(64);
        assertThat(answer.json().canonical()).doesNotContain("person-");
        assertThat(gateway.get("dpo", SETS + "/" + answer.json().text("consentId"))
                        .json())
                .isEqualTo(answer.json());
    }

    @Test
    void a_receipt_is_given_once_the_grant_is_on_the_ledger_and_the_reading_is_written_down() {
        JsonObject set = gateway.post("dpo", SETS, "application/x-ndjson", "{\"subjectRef\":\"person-7\"}\n")
                .json();
        String receipts = SETS + "/" + set.text("consentId") + "/receipts";
        String question = "{\"subjectRef\":\"person-7\",\"reasonCode\":\"ISSUE\"}";

        Answer early = gateway.post("dpo", receipts, "application/json", question);
        gateway.index.put(
                2,
                "CNS!" + set.text("consentId"),
                Optional.of(JsonObject.empty()
                        .with("docType", "ConsentGrant")
                        .with("purposeCode", "dpv:ScientificResearch")
                        .with("population", set.object("population"))),
                "c".repeat(64),
                "consent:give");
        Answer given = gateway.post("dpo", receipts, "application/json", question);
        Answer nobody = gateway.post("dpo", receipts, "application/json", question.replace("person-7", "person-8"));

        assertThat(early.type()).isEqualTo("NOT_FOUND");
        assertThat(given.status()).as(given.json().canonical()).isEqualTo(200);
        assertThat(given.json().object("record").text("purposeCode")).isEqualTo("dpv:ScientificResearch");
        assertThat(ConsentReceipt.parse(given.json().canonicalBytes()).leafIndex())
                .isZero();
        assertThat(nobody.type()).isEqualTo("NOT_FOUND");
        assertThat(gateway.desk.after(0, Optional.empty(), 10)).singleElement().satisfies(read -> {
            assertThat(read.alias()).isEqualTo("dpo000000000");
            assertThat(read.key()).isEqualTo(set.text("consentId") + "/0");
            assertThat(read.reasonCode()).isEqualTo("ISSUE");
        });
    }

    @Test
    void a_question_about_a_person_is_two_texts() {
        String receipts = SETS + "/3f0c8d5e-2b1a-4c77-9e55-1d2f3a4b5c6d/receipts";
        String question = "{\"subjectRef\":7,\"reasonCode\":\"ISSUE\"}";

        Answer answer = gateway.post("dpo", receipts, "application/json", question);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("not-acceptable");
    }

    @Test
    void faulty_lines_are_named_by_number_and_never_by_what_they_say() {
        Answer answer = gateway.post("dpo", SETS, "text/csv", FILE + "person-1,APP\n,APP\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("faulty-lines");
        assertThat(answer.json().objects("lines"))
                .extracting(line -> line.integer("line") + " " + line.texts("codes"))
                .containsExactly("5 [DUPLICATE_IN_FILE]", "6 [FIELD_MISSING]");
        assertThat(answer.json().canonical()).doesNotContain("person-");
    }

    @Test
    void sets_are_for_those_who_work_for_a_controller_alone_and_others_learn_nothing() {
        String id = gateway.post("gateway", SETS, "text/csv", FILE).json().text("consentId");
        String other = "3f0c8d5e-2b1a-4c77-9e55-1d2f3a4b5c6d";

        assertThat(gateway.post("officer", SETS, "text/csv", FILE).status()).isEqualTo(403);
        assertThat(gateway.get("officer", SETS + "/" + id).json())
                .isEqualTo(gateway.get("officer", SETS + "/" + other).json());
        assertThat(gateway.get("officer", SETS + "/" + id).type()).isEqualTo("NOT_VISIBLE");
    }

    @Test
    void refuses_another_media_type_a_second_set_and_an_id_that_is_none() {
        String id = gateway.post("dpo", SETS, "text/csv", FILE).json().text("consentId");

        assertThat(gateway.post("dpo", SETS, "application/json", FILE).type()).isEqualTo("media-type");
        assertThat(gateway.post("dpo", SETS + "?consentId=" + id, "text/csv", FILE)
                        .type())
                .isEqualTo("set-exists");
        assertThat(gateway.post("dpo", SETS + "?consentId=../../etc", "text/csv", FILE)
                        .type())
                .isEqualTo("not-acceptable");
    }
}
