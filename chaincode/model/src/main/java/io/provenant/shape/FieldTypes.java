package io.provenant.shape;

import io.provenant.canonical.JsonInteger;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.JsonString;
import io.provenant.canonical.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of domain 3.2, by the suffix or form of the field's name. */
public final class FieldTypes {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String SLUG = "[A-Za-z0-9-]{1,60}";

    private FieldTypes() {}

    /** A UUID in lower case. */
    public static FieldType uuid() {
        return TextType.of(UUID, "UUID, lower-case");
    }

    /** A prefixed slug: party, rule set, asset, log or plan. */
    public static FieldType slug(String prefix) {
        return TextType.of(prefix + "-" + SLUG, prefix + "-…");
    }

    /** A prefixed slug whose prefix is the sender's choice. */
    public static FieldType slug() {
        return TextType.of("[a-z]{2,5}-" + SLUG, "prefixed slug");
    }

    /** The id of a party. */
    public static FieldType partyId() {
        return slug("pty");
    }

    /** A UUID or a prefixed slug. */
    public static FieldType id() {
        return TextType.of("(?:" + UUID + "|[a-z]{2,5}-" + SLUG + ")", "UUID or prefixed slug");
    }

    /** 32 bytes as 64 lower-case hexadecimal digits. */
    public static FieldType digest() {
        return TextType.of("[0-9a-f]{64}", "64 lower-case hex digits");
    }

    /** A text that matches a regular expression as a whole. */
    public static FieldType text(String regex, String says) {
        return TextType.of(regex, says);
    }

    /** Binary data: base64url without padding. */
    public static FieldType base64Url() {
        return TextType.of("[A-Za-z0-9_-]{1,512}", "base64url without padding");
    }

    /** UTC milliseconds, from 2020-09-13 to 2099-12-31. */
    public static FieldType ms() {
        return new IntegerType(1_600_000_000_000L, 4_102_444_800_000L);
    }

    /** Whole days, at most 3650. */
    public static FieldType days() {
        return new IntegerType(0, 3650);
    }

    /** Basis points. */
    public static FieldType basisPoints() {
        return new IntegerType(0, 10_000);
    }

    /** A count, size, revision or number: not negative. */
    public static FieldType count() {
        return new IntegerType(0, JsonInteger.MAX);
    }

    /** A revision that the sender saw: from 1. */
    public static FieldType rev() {
        return new IntegerType(1, JsonInteger.MAX);
    }

    /** An integer inside bounds, both inclusive. */
    public static FieldType integer(long least, long most) {
        return new IntegerType(least, most);
    }

    /** A boolean, always present. */
    public static FieldType flag() {
        return new FlagType();
    }

    /** A code of this list of the rule set. */
    public static FieldType code(String list) {
        return new CodeType(list);
    }

    /** A set of codes of this list, at most 32. */
    public static FieldType codes(String list) {
        return set(code(list), 32);
    }

    /** The id of a record of a layer that is not in use yet: always {@code CODE_UNKNOWN}. */
    public static FieldType laterLayer(String layer, FieldType id) {
        return new LaterLayerType(id, layer);
    }

    /** One of a closed list. */
    public static FieldType oneOf(String... values) {
        return TextType.of(String.join("|", values).replace(".", "\\."), "one of " + String.join(", ", values));
    }

    /** One of the constants of an enumeration. */
    public static FieldType oneOf(Class<? extends Enum<?>> values) {
        return oneOf(Stream.of(values.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /** ISO 3166-1 alpha-2 or the six digits of GB/T 2260. */
    public static FieldType region() {
        return TextType.of("[A-Z]{2}|[0-9]{6}", "ISO 3166-1 alpha-2 or GB/T 2260");
    }

    /** A language tag of BCP 47, as far as letters, digits and hyphens go. */
    public static FieldType language() {
        return TextType.of("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}", "BCP 47 language tag");
    }

    /** A set of texts, ascending by UTF-16 code units. */
    public static FieldType set(FieldType item, int most) {
        return new ListType(item, 0, most, Optional.of(FieldTypes::text));
    }

    /** A set of texts with at least so many. */
    public static FieldType set(FieldType item, int least, int most) {
        return new ListType(item, least, most, Optional.of(FieldTypes::text));
    }

    /** An array whose order is the sender's, such as the hashes of a proof. */
    public static FieldType list(FieldType item, int most) {
        return new ListType(item, 0, most, Optional.empty());
    }

    /** An array of objects that ascends by these members, each combination once. */
    public static FieldType table(Shape row, int most, String... sortedBy) {
        return new ListType(row, 0, most, Optional.of(item -> sortKey(item, List.of(sortedBy))));
    }

    /** One of several shapes. */
    public static FieldType union(Shape... shapes) {
        return new UnionType(List.of(shapes));
    }

    /** Any value of the ledger profile. */
    public static FieldType any() {
        return new AnyType();
    }

    private static String text(JsonValue item) {
        return item instanceof JsonString text ? text.value() : item.canonical();
    }

    private static String sortKey(JsonValue row, List<String> names) {
        return names.stream()
                .map(name -> row instanceof JsonObject object ? object.get(name) : Optional.<JsonValue>empty())
                .map(member -> member.map(FieldTypes::sortable).orElse(""))
                .collect(Collectors.joining("\u0000"));
    }

    private static String sortable(JsonValue value) {
        if (value instanceof JsonInteger number) {
            String digits = Long.toString(number.value());
            return "0".repeat(Math.max(0, 16 - digits.length())) + digits; // not negative in any table
        }
        return text(value);
    }
}
