package io.provenant.testing.story;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.dispatch.Invoker;
import io.provenant.ledger.Role;
import io.provenant.party.SignedCommand;
import io.provenant.testing.SmallMarket;
import io.provenant.testing.TestDigests;
import io.provenant.testing.TestSignatures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Somebody who sends commands: a member by its own certificate, or a hosted party whose signed commands a member carries.
 *
 * @param carrier whose certificate it is
 * @param hosted who signs, where that is somebody else
 */
public record Actor(String carrier, Role role, String person, Optional<String> hosted) {

    private static final String KEY_ID = "k1";
    private static final long LIFE_MS = 3_600_000;

    /** A member's person in a role. */
    public static Actor member(String party, Role role, String person) {
        return new Actor(party, role, person, Optional.empty());
    }

    /** A hosted party, carried by this member. */
    public static Actor hosted(String party, String carrier) {
        return new Actor(carrier, Role.HOST_GATEWAY, "gateway000", Optional.of(party));
    }

    /** Who acts. */
    public String party() {
        return hosted.orElse(carrier);
    }

    /** The certificate of the proposal. */
    public Invoker invoker() {
        return new Invoker(
                SmallMarket.mspId(carrier), Optional.of(carrier), Optional.of(role.code()), Optional.of(person));
    }

    /** The member {@code actor} of an envelope, where the command is signed. */
    public Optional<JsonObject> signed(String command, JsonObject body, long ms) {
        return hosted.map(party -> {
            JsonObject actor = JsonObject.empty()
                    .with("partyId", party)
                    .with("keyId", KEY_ID)
                    .with("notAfterMs", ms + LIFE_MS);
            byte[] bytes = SignedCommand.bytes(SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX, command, body, actor);
            return actor.with("signature", Base64Url.encode(TestSignatures.sign(seed(party), bytes)));
        });
    }

    /** The row of a hosted party's one key. */
    static JsonObject key(String party, Role... roles) {
        return JsonObject.empty()
                .with("keyId", KEY_ID)
                .with("alg", "ED25519")
                .with("publicKey", Base64Url.encode(TestSignatures.publicKey(seed(party))))
                .withTexts(
                        "roles", Arrays.stream(roles).map(Role::code).sorted().toList())
                .with("person", "hosted0000")
                .with("fromMs", 1_772_323_200_000L)
                .with("untilMs", 1_803_859_200_000L);
    }

    private static byte[] seed(String party) {
        return new TestDigests().sha256(("key of " + party).getBytes(StandardCharsets.US_ASCII));
    }
}
