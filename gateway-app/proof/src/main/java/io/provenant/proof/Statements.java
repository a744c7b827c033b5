package io.provenant.proof;

import io.provenant.merkle.LogOrigin;
import io.provenant.proof.attestation.AttestationFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attestations that hold: the receipt's own, and one beside it. A later one takes nothing from an earlier one, nor an
 * earlier from a later, unless it shows an equivocation.
 *
 * @param beside where it says of the receipt's log all that a receipt needs
 * @param holding all that hold, whatever they cover: each may show an equivocation
 */
record Statements(Optional<AttestationFile> own, Optional<AttestationFile> beside, List<AttestationFile> holding) {

    static final Statements NONE = new Statements(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list in. */
    Statements {
        holding = List.copyOf(holding);
    }

    Statements withOwn(AttestationFile file) {
        return new Statements(Optional.of(file), beside, and(file));
    }

    Statements withBeside(AttestationFile file) {
        return new Statements(own, Optional.of(file), and(file));
    }

    Statements withContradiction(AttestationFile file) {
        return new Statements(own, beside, and(file));
    }

    /** The one against which the receipt's head is held: its own, else the one beside it. */
    Optional<AttestationFile> main() {
        return own.or(() -> beside);
    }

    /** The newest word on this log; an attestation that does not say all is an {@link IllegalArgumentException}. */
    Optional<LogStatement> newest(LogOrigin origin, String chaincode) {
        return Stream.of(own, beside)
                .flatMap(Optional::stream)
                .map(file -> LogStatement.of(origin, file, chaincode))
                .max(LogStatement.BY_AGE);
    }

    private List<AttestationFile> and(AttestationFile file) {
        List<AttestationFile> all = new ArrayList<>(holding);
        all.add(file);
        return all;
    }
}
