package io.provenant.gateway.index;

import java.util.Optional;

/** Which transaction founded the market: it stands in front of all that is signed for it. */
public final class Founding {

    private Founding() {}

    /** The transaction, or nothing before the founding is indexed. */
    public static Optional<String> tx(Index index) {
        Optional<RecordVersion> market = index.record("MKT!founding")
                .match(
                        found -> Optional.of(found.value()),
                        none -> Optional.empty(),
                        hidden -> Optional.empty(),
                        behind -> Optional.empty());
        return market.flatMap(RecordVersion::value).map(value -> value.text("foundedTx"));
    }
}
