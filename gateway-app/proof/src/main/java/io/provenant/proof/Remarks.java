package io.provenant.proof;

import io.provenant.proof.receipt.Receipt;
import io.provenant.proof.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report says beside its checks, so that nobody reads more into it than was proved. */
final class Remarks {

    private static final String TIME = "time not proved: no RFC 3161 stamp and no co-signature";
    private static final String CODE = "codeSha256 is what the chaincode's jar says of itself";
    private static final String ANCHOR = "the anchor is a claim: offline it is not proved without an attestation";

    private Remarks() {}

    static List<String> ofAttestation(List<String> warnings) {
        List<String> remarks = new ArrayList<>(List.of(TIME, CODE));
        remarks.addAll(warnings);
        return remarks;
    }

    static List<String> ofReceipt(
            Receipt receipt,
            Optional<Level> level,
            boolean hasAttestation,
            Optional<LogKeys> keys,
            List<String> warnings) {
        List<String> remarks = new ArrayList<>();
        remarks.add(TIME);
        if (hasAttestation) {
            remarks.add(CODE);
        }
        if (level.equals(Optional.of(Level.ANCHORED))) {
            remarks.add(ANCHOR);
        }
        receipt.promise()
                .filter(file -> keys.filter(known -> known.isGiven(file)).isPresent())
                .ifPresent(file -> remarks.add(
                        "the key was given by hand: keyEpoch " + file.keyEpoch() + " of the promise is not checked"));
        keys.ifPresent(found -> remarks.addAll(found.revocations()));
        remarks.addAll(warnings);
        return remarks;
    }
}
