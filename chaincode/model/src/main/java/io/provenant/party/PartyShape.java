package io.provenant.party;

import static io.provenant.ledger.ReasonCode.INPUT_MALFORMED;

import io.provenant.canonical.Base64Url;
import io.provenant.canonical.JsonObject;
import io.provenant.ledger.Detail;
import io.provenant.ledger.PartyRole;
import io.provenant.ledger.Refusals;
import io.provenant.ledger.Role;
import io.provenant.ledger.SignatureAlgorithm;
import io.provenant.shape.Field;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;
import io.provenant.shape.Shape;
import java.util.Arrays;

/** What a party says of itself when it applies or founds, and what its fields must have in common (domain 4.1). */
public final class PartyShape {

    private static final int MAX_KEYS = 16;
    private static final int MAX_MSPS = 8;
    private static final String CHINA = "CN";

    private static final FieldType KEY_ROLES = FieldTypes.set(
            FieldTypes.oneOf(Arrays.stream(Role.values())
                    .filter(role -> role != Role.MARKET_FOUNDER)
                    .map(Role::code)
                    .toArray(String[]::new)),
            1,
            Role.values().length);

    private static final Shape KEY = Shape.of(
            Field.of("keyId", FieldTypes.text("[A-Za-z0-9._-]{1,64}", "key id")),
            Field.of("alg", FieldTypes.oneOf(SignatureAlgorithm.class)),
            Field.of("publicKey", FieldTypes.base64Url()),
            Field.of("roles", KEY_ROLES),
            Field.of("person", FieldTypes.text("[a-z0-9]{8,32}", "random alias of a person")),
            Field.of("fromMs", FieldTypes.ms()),
            Field.of("untilMs", FieldTypes.ms()));

    private static final Shape FIELDS = Shape.of(
            Field.of("partyId", FieldTypes.partyId()),
            Field.of("kind", FieldTypes.oneOf(PartyKind.class)),
            Field.of("mspIds", FieldTypes.set(FieldTypes.text("[A-Za-z0-9.-]{1,64}", "MSP id"), MAX_MSPS)),
            Field.of("legalNameCommit", FieldTypes.digest()),
            Field.optional("uscc", FieldTypes.text("[0-9A-HJ-NPQRTUWXY]{18}", "unified social credit code")),
            Field.optional("lei", FieldTypes.text("[A-Z0-9]{18}[0-9]{2}", "LEI of ISO 17442")),
            Field.of("roles", roles()),
            Field.optional("regulatorDomain", FieldTypes.oneOf(RegulatorDomain.class)),
            Field.of("countryRegion", FieldTypes.text("[A-Z]{2}", "ISO 3166-1 alpha-2")),
            Field.of("sizeClass", FieldTypes.oneOf("S", "M", "L")),
            Field.of("piSubjectsBand", FieldTypes.oneOf(SubjectsBand.class)),
            Field.of("criticalInfrastructure", FieldTypes.flag()),
            Field.of("foreignListing", FieldTypes.flag()),
            Field.of("recipientClassCode", recipientClass()),
            Field.of("keys", FieldTypes.table(KEY, MAX_KEYS, "keyId")));

    private PartyShape() {}

    /** The body of an application. */
    static Shape application() {
        return FIELDS.and(Field.optional("hostId", FieldTypes.partyId()));
    }

    /** A founder: a member, with no host. */
    public static Shape founder() {
        return FIELDS;
    }

    static FieldType roles() {
        return FieldTypes.set(FieldTypes.oneOf(PartyRole.class), 1, PartyRole.values().length);
    }

    static FieldType recipientClass() {
        return FieldTypes.code("recipientClasses");
    }

    /** Refuses fields that do not fit together, {@code INPUT_MALFORMED}. */
    public static void check(JsonObject party, String pointer, Refusals refusals) {
        checkKind(party, pointer, refusals);
        boolean chinese = party.text("countryRegion").equals(CHINA);
        present(party, "uscc", chinese, pointer, refusals);
        present(party, "lei", !chinese, pointer, refusals);
        boolean regulator = party.texts("roles").contains(PartyRole.REGULATOR.name());
        present(party, "regulatorDomain", regulator, pointer, refusals);
        int place = 0;
        for (JsonObject key : party.objects("keys")) {
            checkKey(key, pointer + "/keys/" + place++, refusals);
        }
    }

    private static void checkKind(JsonObject party, String pointer, Refusals refusals) {
        boolean member = party.text("kind").equals(PartyKind.MEMBER.name());
        present(party, "hostId", !member, pointer, refusals);
        refusals.require(
                party.texts("mspIds").isEmpty() != member,
                INPUT_MALFORMED,
                Detail.field(pointer + "/mspIds"),
                Detail.expected(member ? "one or more" : "none"));
        refusals.require(
                member || !party.objects("keys").isEmpty(),
                INPUT_MALFORMED,
                Detail.field(pointer + "/keys"),
                Detail.expected("one or more"));
    }

    private static void present(JsonObject party, String name, boolean wanted, String pointer, Refusals refusals) {
        refusals.require(
                party.has(name) == wanted,
                INPUT_MALFORMED,
                Detail.field(pointer + "/" + name),
                Detail.found(wanted ? "missing" : "present"));
    }

    // Whether the point is on the curve shows at the first signature (domain 3a.2).
    private static void checkKey(JsonObject key, String pointer, Refusals refusals) {
        int length = key.text("alg").equals(SignatureAlgorithm.ED25519.name()) ? 32 : 65;
        refusals.require(
                Base64Url.decode(key.text("publicKey"))
                        .filter(raw -> raw.length == length)
                        .isPresent(),
                INPUT_MALFORMED,
                Detail.field(pointer + "/publicKey"),
                Detail.expected(length + " bytes"));
        refusals.require(
                key.integer("fromMs") < key.integer("untilMs"),
                INPUT_MALFORMED,
                Detail.field(pointer + "/untilMs"),
                Detail.expected("after fromMs"));
    }
}
