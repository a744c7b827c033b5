package io.provenant.anchor;

import io.provenant.merkle.LogOrigin;
import io.provenant.shape.FieldType;
import io.provenant.shape.FieldTypes;

/** The form of an origin in a body. */
final class Origins {

    private Origins() {}

    static FieldType type() {
        return FieldTypes.text(
                "(?=.{1," + LogOrigin.LONGEST + "}$)" + LogOrigin.REGEX,
                "<ledger>/<channel>/<party>/<purpose>-<shard>");
    }
}
