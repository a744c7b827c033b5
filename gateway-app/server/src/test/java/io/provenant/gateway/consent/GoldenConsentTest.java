package io.provenant.gateway.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.provenant.canonical.JsonObject;
import io.provenant.gateway.log.JdkDigests;
import io.provenant.gateway.log.MarketId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The consent of five members of domain 9.4. */
class GoldenConsentTest {

    static final String CONSENT = "3f0c8d5e-2b1a-4c77-9e55-1d2f3a4b5c6d";
    static final ConsentTerms TERMS =
            new ConsentTerms(new MarketId("market-1", "a".repeat(64)), CONSENT, JsonObject.empty());

    private final JdkDigests digests = new JdkDigests();

    @Test
    void commits_and_key_hashes_are_the_known_ones() {
        List<ConsentMember> members = members(5);

        assertThat(members)
                .extracting(member -> member.memberCommit().hex())
                .containsExactly(
                        "2862884c3ccbce0047af1892a5d578fd6a1c21e0fc9bda700100d827b864638a",
                        "7f55b518def1b99001638568333efa117f8bbd2a20c14c794d1ab0543439380b",
                        "211fba098a25d0d6438d37bd8782af1c9815c927af9722f5ca9cfecadffe0347",
                        "fea20819bcfa8ed04455b874b847f63559385111e2cf23aa07e513a7f4f609bb",
                        "4074b0027a94dc7365f8c6014dd60de711771de3d2d849ff379be87e53933492");
        assertThat(members)
                .extracting(member -> member.withdrawKeyHash().hex())
                .containsExactly(
                        "9c938d3778f472f786b1f13de98f8b985357e28905f8e65cc981d896435ddb04",
                        "d53274841474e3cec1937c031f0cf65a68cfe293911c3976352370ecd310691d",
                        "6539129f7dfc4b48084741e30492794f7843a5463ab144727625a9eed90a2227",
                        "b524b5a598881c64bec1b6e3d08ec434ca16bfcce8c0445a02f8635ac1413971",
                        "494d8a06d900d0866534bf8e5e317795ec7b78679ac68ce33548841f09579387");
    }

    @Test
    void roots_of_five_and_of_one_are_the_known_ones() {
        assertThat(set(5).population())
                .isEqualTo(JsonObject.empty()
                        .with("size", 5)
                        .with("memberRoot", "24b980c51a788d071ed42d0ed66abe6c8dd8b29f4764bf2b504f5fa32f7eac2e"));
        assertThat(set(1).population().text("memberRoot"))
                .isEqualTo("f171836de2f2f6ed88f95a26388b8e63e2bf27fa0f75ef49645b650201ec79be");
    }

    @Test
    void the_withdrawal_of_member_three_is_the_known_one() {
        JsonObject body = set(5).receipt(3).withdrawal();

        assertThat(body.members().keySet())
                .containsExactly("consentId", "leafIndex", "memberCommit", "opening", "proof", "withdrawKeyHash");
        assertThat(body.integer("leafIndex")).isEqualTo(3);
        assertThat(body.texts("proof"))
                .containsExactly(
                        "1ffc0cbf80f67fa9021a1f6057faa9587299ca48eb53cef3e5be7a7975f63edb",
                        "c0ace42c8af2afc7293fe317498bb5ddc6429fe436597a26884f4d1d28a189ee",
                        "a4306718f39dda9382d748e4bbc1dac0cec91451d39df673c43330c27b2e2959");
        assertThat(hex(body.object("opening").text("publicKey")))
                .isEqualTo("a32bfb58337e5a0b11ea218967a4f53dbcbd2889b8081d79864c45c8535c45ac");
        assertThat(hex(body.object("opening").text("signature")))
                .isEqualTo("6f1daed659acb678c701f6297756088f8d11188a459b46c4497c4f52458eb723"
                        + "9a1b6faf8c9b7e1ee1f4090990dba6e25df72118ea5d9ea9a3005daaf204810a");
    }

    @Test
    void the_proof_of_the_odd_last_member_has_one_hash() {
        assertThat(set(5).receipt(4).withdrawal().texts("proof"))
                .containsExactly("e6580930a9039e8d56e2c9803a30342f45dcfd83daf7f94ef66128e525712286");
    }

    private ConsentSet set(int size) {
        return ConsentSet.of(TERMS, members(size));
    }

    private List<ConsentMember> members(int size) {
        return IntStream.range(0, size).mapToObj(this::member).toList();
    }

    private ConsentMember member(int i) {
        JsonObject person = JsonObject.empty().with("subjectRef", "sr_demo_" + i);
        return ConsentMember.of(CONSENT, i, person, sha256("salt-" + i), sha256("secret-" + i));
    }

    private byte[] sha256(String text) {
        return digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String base64Url) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64Url));
    }
}
