package io.provenant.proof.note;

import io.provenant.canonical.Digest;
import io.provenant.merkle.InclusionProof;
import io.provenant.proof.format.StrictBase64;
import java.util.ArrayList;
import java.util.List;

/** The proof that a log holds an entry, with the checkpoint it leads to (C2SP tlog-proof, without extra data). */
public record TlogProof(long index, List<Digest> path, SignedNote note) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String INDEX = "index ";

    /** Copies the path in. */
    public TlogProof {
        path = List.copyOf(path);
        if (index < 0) {
            throw new IllegalArgumentException("an index is not negative: " + index);
        }
    }

    /** Reads a proof; every byte of it has its place. */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (!text.startsWith(HEADER + INDEX) || end < HEADER.length()) {
            throw new IllegalArgumentException("a proof starts with the lines c2sp.org/tlog-proof@v1 and index");
        }
        List<String> lines = text.substring(HEADER.length(), end).lines().toList();
        List<Digest> path = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            path.add(Digest.of(StrictBase64.fromStandard(line)));
        }
        SignedNote note = SignedNote.parse(text.substring(end + 2));
        TlogProof proof = new TlogProof(index(lines.get(0)), path, note);
        if (!proof.text().equals(text)) {
            throw new IllegalArgumentException("a proof is not in its one form: index " + proof.index);
        }
        return proof;
    }

    /** The proof as it is sent. */
    public String text() {
        StringBuilder text =
                new StringBuilder(HEADER).append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(StrictBase64.standard(hash.bytes())).append('\n'));
        return text.append('\n').append(note.text()).toString();
    }

    /** The path from the entry to the root of the checkpoint. */
    public InclusionProof inclusion() {
        return new InclusionProof(index, note.checkpoint().size(), path);
    }

    private static long index(String line) {
        try {
            return Long.parseLong(line.substring(INDEX.length()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a proof's index is no decimal number", e);
        }
    }
}
