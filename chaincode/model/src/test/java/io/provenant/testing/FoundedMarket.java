package io.provenant.testing;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonValue;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.dispatch.Invoker;
import io.provenant.dispatch.Result;
import io.provenant.ledger.Role;
import io.provenant.party.SignedCommand;
import io.provenant.ruleset.Section;
import io.provenant.testing.TestChannel.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The market of the golden founding (domain 3a.18 a), founded by commands under the default rules, and the steps by which
 * others join it.
 */
public final class FoundedMarket {

    public static final String EXCHANGE = "pty-exchange";
    public static final String REGULATOR = "pty-cac";
    public static final String ASSOCIATION = "pty-assoc";
    public static final String HOSTED = "pty-medcenter";
    public static final List<String> FOUNDERS = List.of(ASSOCIATION, REGULATOR, EXCHANGE);

    private final TestChannel channel = new TestChannel();

    /** A market that the three founders founded. */
    public FoundedMarket() {
        this(DefaultRules.sections());
    }

    /** A market founded under these sections. */
    public FoundedMarket(JsonObject sections) {
        JsonObject body = body(sections);
        addSections(founder(EXCHANGE), sections);
        approveFounding(channel, body);
        channel.txId(SmallMarket.FOUNDED_TX).accept(found(EXCHANGE, body));
    }

    /** The channel that the market is on. */
    public TestChannel channel() {
        return channel;
    }

    /** The body of the golden example, byte for byte. */
    public static JsonObject goldenBody() {
        return StrictJsonReader.parseObject(golden("founding-body.json"));
    }

    /** A golden text of domain 3a.18. */
    public static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(FoundedMarket.class.getResourceAsStream("/golden/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The golden founding with a rule set of these sections. */
    public static JsonObject body(JsonObject sections) {
        JsonObject golden = goldenBody();
        return golden.with("ruleSet", golden.object("ruleSet").with("sections", hashes(sections)));
    }

    /** The hashes of sections by name. */
    public static JsonObject hashes(JsonObject sections) {
        JsonObject hashes = JsonObject.empty();
        for (Map.Entry<String, JsonValue> section : sections.entries()) {
            hashes = hashes.with(
                    section.getKey(),
                    addition(section.getKey(), section.getValue()).text("sectionHash"));
        }
        return hashes;
    }

    /** The body that stores a section. */
    public static JsonObject addition(String name, JsonValue value) {
        JsonObject section = Section.of(name, value).json();
        return section.with(
                "sectionHash",
                new TestDigests().digest(section.canonicalBytes()).hex());
    }

    /** Stores sections. */
    public void addSections(Invoker invoker, JsonObject sections) {
        addSections(channel, invoker, sections);
    }

    /** Stores sections on a channel. */
    public static void addSections(TestChannel channel, Invoker invoker, JsonObject sections) {
        for (Map.Entry<String, JsonValue> section : sections.entries()) {
            channel.accept(Call.of(invoker, "rules:addSection", addition(section.getKey(), section.getValue())));
        }
    }

    /** Every founder approves the body. */
    public static void approveFounding(TestChannel channel, JsonObject body) {
        FOUNDERS.forEach(party -> channel.accept(approve(founder(party), "market:found", body)));
    }

    /** The founding, sent by this founder. */
    public static Call found(String party, JsonObject body) {
        return Call.of(founder(party), "market:found", body);
    }

    /** A founder's certificate. */
    public static Invoker founder(String party) {
        return TestChannel.certificate(mspId(party), party, "market.founder", person(party));
    }

    /** A certificate of a founder's organisation; each role has a person of its own. */
    public static Invoker officer(String party, Role role) {
        return officer(party, role, role.code().replace(".", "") + "aa");
    }

    /** The same for this person. */
    public static Invoker officer(String party, Role role, String person) {
        return TestChannel.certificate(mspId(party), party, role.code(), person);
    }

    /** A party's MSP. */
    public static String mspId(String party) {
        return switch (party) {
            case EXCHANGE -> "ExchangeMSP";
            case REGULATOR -> "RegulatorMSP";
            case ASSOCIATION -> "AssociationMSP";
            default -> party.substring(4) + "MSP";
        };
    }

    private static String person(String party) {
        return switch (party) {
            case EXCHANGE -> "r2v4f7pj6eaa";
            case REGULATOR -> "h5n3t6yb2caa";
            default -> "kq7d2m4xw5aa";
        };
    }

    /** One person's approval of a command. */
    public static Call approve(Invoker invoker, String command, JsonObject body) {
        JsonObject subject = JsonObject.empty().with("command", command).with("body", body);
        return Call.of(invoker, "approve", JsonObject.of("subject", subject));
    }

    /** A command, signed by the party with the key of this seed and carried under a certificate. */
    public Call signed(String party, byte[] seed, Invoker carrier, String command, JsonObject body) {
        JsonObject actor = JsonObject.empty()
                .with("partyId", party)
                .with("keyId", "k1")
                .with("notAfterMs", channel.nowMs() + 3_600_000);
        return Call.of(carrier, command, body).actor(sign(seed, command, body, actor));
    }

    /** The actor with a signature over channel, market, command and body. */
    public static JsonObject sign(byte[] seed, String command, JsonObject body, JsonObject actor) {
        byte[] bytes = SignedCommand.bytes(SmallMarket.CHANNEL, SmallMarket.FOUNDED_TX, command, body, actor);
        return actor.with("signature", Base64Url.encode(TestSignatures.sign(seed, bytes)));
    }

    /** The seed of a hosted party's key. */
    public static byte[] seed(String party) {
        return new TestDigests().sha256(party.getBytes(StandardCharsets.US_ASCII));
    }

    /** A key of a hosted party. */
    public static JsonObject key(String keyId, byte[] seed, Role... roles) {
        return JsonObject.empty()
                .with("keyId", keyId)
                .with("alg", "ED25519")
                .with("publicKey", Base64Url.encode(TestSignatures.publicKey(seed)))
                .withTexts(
                        "roles", Arrays.stream(roles).map(Role::code).sorted().toList())
                .with("person", "hostedperson")
                .with("fromMs", 1_772_323_200_000L)
                .with("untilMs", 1_803_859_200_000L);
    }

    /** What an organisation says of itself, as a member. */
    public static JsonObject member(String party, String uscc, String... roles) {
        return SmallMarket.json("""
                {"kind":"MEMBER","countryRegion":"CN","sizeClass":"M","piSubjectsBand":"LT_100K",
                 "criticalInfrastructure":false,"foreignListing":false,"recipientClassCode":"ENTERPRISE","keys":[]}
                """)
                .with("legalNameCommit", "d".repeat(64))
                .with("partyId", party)
                .withTexts("mspIds", List.of(mspId(party)))
                .with("uscc", uscc)
                .withTexts("roles", Arrays.stream(roles).sorted().toList());
    }

    /** The same as a party that the exchange hosts, with one key. */
    public static JsonObject hosted(String party, String uscc, String... roles) {
        return member(party, uscc, roles)
                .with("kind", "HOSTED")
                .with("hostId", EXCHANGE)
                .withTexts("mspIds", List.of())
                .withObjects(
                        "keys",
                        List.of(key(
                                "k1",
                                seed(party),
                                Role.ORG_ADMIN,
                                Role.CONTROLLER_DPO,
                                Role.CONSUMER_OFFICER,
                                Role.PROVIDER_OFFICER)));
    }

    /** The application of a member by its own certificate. */
    public Call apply(JsonObject application) {
        String party = application.text("partyId");
        return Call.of(officer(party, Role.ORG_ADMIN), "party:apply", application);
    }

    /** The application of a hosted party, signed by its key, carried by the exchange. */
    public Call applyHosted(JsonObject application) {
        String party = application.text("partyId");
        return signed(party, seed(party), carrier(EXCHANGE), "party:apply", application);
    }

    /** A gateway that carries signed commands. */
    public static Invoker carrier(String party) {
        return officer(party, Role.HOST_GATEWAY);
    }

    /** Deposits a paper for the exchange and gives its citation. */
    public JsonObject paper(int number) {
        String docKey = String.format(Locale.ROOT, "%032x", number);
        JsonObject body = JsonObject.empty()
                .with("collection", "_implicit_org_ExchangeMSP")
                .with("docKey", docKey);
        Call deposit = Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "document:deposit", body)
                .document(document("a".repeat(64)));
        channel.accept(deposit);
        return body.with("depositorId", EXCHANGE).with("kindCode", "QUALIFICATION");
    }

    /** A private document under a salt. */
    public static String document(String salt) {
        return JsonObject.empty()
                .with(
                        "document",
                        SmallMarket.json("{\"docType\":\"Paper\",\"id\":\"11111111-2222-4333-8444-555555555555\"}"))
                .with("salt", salt)
                .canonical();
    }

    /** The body that verifies an applicant with these roles, citing a paper. */
    public JsonObject verification(String party, String... roles) {
        return JsonObject.empty()
                .with("partyId", party)
                .with("rev", 1)
                .withTexts("roles", Arrays.stream(roles).sorted().toList())
                .with("recipientClassCode", "ENTERPRISE")
                .withObjects("documents", List.of(paper(1)));
    }

    /** The exchange verifies an applicant. */
    public Result.Success verify(String party, String... roles) {
        return channel.accept(
                Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "party:verify", verification(party, roles)));
    }

    /** The body that activates a party. */
    public static JsonObject activation(String party, String... approvers) {
        return JsonObject.empty()
                .with("partyId", party)
                .with("rev", 2)
                .withTexts("approverIds", new ArrayList<>(Arrays.asList(approvers)));
    }

    /** The activation of a party, sent by the exchange. */
    public static Call activate(JsonObject activation) {
        return Call.of(officer(EXCHANGE, Role.EXCHANGE_OFFICER), "party:activate", activation);
    }

    /** Lets the hosted party of the stories in, with the association's approval. */
    public FoundedMarket withHosted() {
        channel.accept(applyHosted(hosted(HOSTED, "12440300MA5EXAMP4X", "CONTROLLER", "PROVIDER")));
        verify(HOSTED, "CONTROLLER", "PROVIDER");
        JsonObject activation = activation(HOSTED, ASSOCIATION);
        channel.accept(approve(officer(ASSOCIATION, Role.ASSOCIATION_OFFICER), "party:activate", activation));
        channel.accept(activate(activation));
        return this;
    }
}
