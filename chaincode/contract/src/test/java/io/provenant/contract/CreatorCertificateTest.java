package io.provenant.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.provenant.dispatch.Invoker;
import io.provenant.network.identity.Credential;
import io.provenant.network.identity.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreatorCertificateTest {

    private static final Invoker NOBODY =
            new Invoker("ExchangeMSP", Optional.empty(), Optional.empty(), Optional.empty());

    // The attributes of domain 3a.18, to the byte.
    @Test
    void msp_party_role_and_person_are_read_where_fabric_ca_puts_them() {
        assertThat(invoker("{\"attrs\":{\"pvn.party\":\"pty-exchange\",\"pvn.person\":\"r2v4f7pj6eaa\","
                        + "\"pvn.role\":\"exchange.officer\"}}"))
                .isEqualTo(new Invoker(
                        "ExchangeMSP",
                        Optional.of("pty-exchange"),
                        Optional.of("exchange.officer"),
                        Optional.of("r2v4f7pj6eaa")));
    }

    @Test
    void a_certificate_that_the_projects_own_authority_issued_is_read() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("hf.EnrollmentID", "Jörg \"J\"");
        attributes.put("pvn.party", "pty-exchange");
        attributes.put("pvn.person", "r2v4f7pj6eaa");
        attributes.put("pvn.role", "exchange.officer");
        Credential credential = Organisation.create("ExchangeMSP", "exchange.example", Clock.systemUTC())
                .client("r2v4f7pj6eaa", attributes);
        byte[] creator = TestCertificate.identity(
                "ExchangeMSP", credential.certificatePem().getBytes(StandardCharsets.US_ASCII));

        assertThat(CreatorCertificate.invoker(creator).party()).contains("pty-exchange");
        assertThat(CreatorCertificate.invoker(creator).role()).contains("exchange.officer");
        assertThat(CreatorCertificate.invoker(creator).person()).contains("r2v4f7pj6eaa");
    }

    @Test
    void a_certificate_without_the_extension_has_no_attributes() {
        assertThat(CreatorCertificate.invoker(TestCertificate.creator("ExchangeMSP", Optional.empty())))
                .isEqualTo(NOBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attrs\":{\"pvn.role\":\"court.clerk\",\"pvn.role\":\"org.admin\"}}",
                "{\"attrs\":{\"pvn.role\":\"org.admin\",\"pvn.r\\u006fle\":\"court.clerk\"}}",
                "{\"attrs\":{\"pvn.role\":\"org.admin\"},\"attrs\":{\"pvn.role\":\"court.clerk\"}}",
                "{\"attrs\":{\"pvn.role\":\"org.admin\"}} {}",
                "{\"attrs\":{\"pvn.role\":\"org.admin\"},\"more\":null}",
                "[{\"attrs\":{\"pvn.role\":\"org.admin\"}}]",
                "{\"pvn.role\":\"org.admin\"}",
                "{\"attrs\":{\"pvn.role\":\"org.admin\"",
                "\u0004\u0004{\"attrs\":{}}",
                "",
            })
    void attributes_that_can_be_read_in_two_ways_or_none_are_no_attributes(String extension) {
        assertThat(invoker(extension)).isEqualTo(NOBODY);
    }

    @Test
    void attributes_that_are_no_utf_8_are_no_attributes() {
        byte[] latin = "{\"attrs\":{\"pvn.role\":\"org.admin\",\"x\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(CreatorCertificate.invoker(TestCertificate.creator("ExchangeMSP", Optional.of(latin))))
                .isEqualTo(NOBODY);
    }

    @Test
    void attrs_that_are_no_object_are_refused_like_none() {
        assertThat(invoker("{\"attrs\":\"pvn.role\"}")).isEqualTo(NOBODY);
        assertThat(invoker("{\"attrs\":[]}")).isEqualTo(NOBODY);
    }

    @Test
    void an_attribute_that_is_no_text_is_absent_and_others_are_ignored() {
        assertThat(invoker("{\"attrs\":{\"hf.Affiliation\":\"\",\"pvn.party\":7,\"pvn.role\":\"org.admin\"}}"))
                .isEqualTo(new Invoker("ExchangeMSP", Optional.empty(), Optional.of("org.admin"), Optional.empty()));
    }

    @Test
    void what_is_no_certificate_is_no_creator() {
        for (String id : new String[] {"", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"}) {
            byte[] creator = TestCertificate.identity("ExchangeMSP", id.getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> CreatorCertificate.invoker(creator))
                    .as(id)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CreatorCertificate.invoker(new byte[] {(byte) 0xff}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // A peer reads PEM as Go does: it skips a block that starts behind a lone carriage return, has bad base64 or
    // another
    // end line, and takes the next one. Whoever read the first would let a client write its own attributes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r%1$s%2$s",
                "\r%1$s%2$s",
                "%1$s%2$s",
                "%2$s%1$s",
                "hello\n%2$s",
                " %2$s",
                "%2$s\n\n",
                "%2$s ",
                "-----BEGIN CERTIFICATE-----\nkey: value\n\nAAAA\n-----END CERTIFICATE-----\n%2$s",
            })
    void an_identity_that_is_more_than_one_certificate_is_no_creator(String form) {
        String forged = pem("{\"attrs\":{\"pvn.role\":\"regulator.officer\"}}");
        String own = pem("{\"attrs\":{\"pvn.role\":\"consumer.officer\"}}");
        String id = String.format(Locale.ROOT, form, forged.replace('\n', '\r'), own);
        byte[] creator = TestCertificate.identity("ExchangeMSP", id.getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> CreatorCertificate.invoker(creator)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void line_ends_of_any_system_are_read() {
        String pem = pem("{\"attrs\":{\"pvn.role\":\"consumer.officer\"}}");
        for (String id : new String[] {pem, pem.stripTrailing(), pem.replace("\n", "\r\n")}) {
            byte[] creator = TestCertificate.identity("ExchangeMSP", id.getBytes(StandardCharsets.US_ASCII));
            assertThat(CreatorCertificate.invoker(creator).role()).contains("consumer.officer");
        }
    }

    private static String pem(String extension) {
        try {
            return SerializedIdentity.parseFrom(TestCertificate.creator("ExchangeMSP", extension))
                    .getIdBytes()
                    .toStringUtf8();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Invoker invoker(String extension) {
        return CreatorCertificate.invoker(TestCertificate.creator("ExchangeMSP", extension));
    }
}
