package io.provenant.proof.note;

import io.provenant.canonical.Digests;
import io.provenant.ledger.SignatureCheck;
import io.provenant.merkle.Checkpoint;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A checkpoint with its signatures (C2SP signed-note, tlog-checkpoint). Signatures under keys that a reader does not
 * know, such as those of witnesses, are kept and say nothing to him.
 */
public record SignedNote(Checkpoint checkpoint, List<NoteSignature> signatures) {

    private static final int MOST_SIGNATURES = 16;

    /** Copies the signatures in; a note has 1 to 16. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("a note has 1 to 16 signatures, not " + signatures.size());
        }
    }

    /** The note of a checkpoint that this key of its log has signed. */
    public static SignedNote of(Checkpoint checkpoint, LogPublicKey key, byte[] signature, Digests digests) {
        String origin = checkpoint.origin().value();
        String hex = HexFormat.of().formatHex(signature);
        return new SignedNote(checkpoint, List.of(new NoteSignature(origin, key.id(digests), hex)));
    }

    /** Reads a note; every byte of it has its place. */
    public static SignedNote parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a note is a text, an empty line and signature lines");
        }
        Checkpoint checkpoint = Checkpoint.parse(text.substring(0, end + 1));
        List<NoteSignature> signatures =
                text.substring(end + 2).lines().map(NoteSignature::parse).toList();
        SignedNote note = new SignedNote(checkpoint, signatures);
        if (!note.text().equals(text)) {
            throw new IllegalArgumentException("a note is not in its one form: " + checkpoint.origin());
        }
        return note;
    }

    /** The note as it is sent. */
    public String text() {
        return checkpoint.text()
                + signatures.stream().map(NoteSignature::line).collect(Collectors.joining("", "\n", ""));
    }

    /** True if a signature carries this key's name and key id, and each that does verifies. */
    public boolean isSignedBy(LogPublicKey key, SignatureCheck signatureCheck, Digests digests) {
        List<NoteSignature> own = carrying(key, digests).toList();
        return !own.isEmpty()
                && own.stream()
                        .allMatch(
                                line -> key.verifies(signatureCheck, checkpoint.signedBytes(), line.signatureBytes()));
    }

    /** True if a signature line carries this key's name and key id, whether or not it verifies. */
    public boolean names(LogPublicKey key, Digests digests) {
        return carrying(key, digests).findAny().isPresent();
    }

    private Stream<NoteSignature> carrying(LogPublicKey key, Digests digests) {
        String id = key.id(digests);
        return signatures.stream()
                .filter(line ->
                        line.name().equals(key.origin().value()) && line.keyId().equals(id));
    }
}
