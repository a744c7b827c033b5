package io.provenant.gateway.log;

import io.provenant.canonical.Digest;
import io.provenant.canonical.JsonObject;
import io.provenant.canonical.StrictJsonReader;
import io.provenant.gateway.vault.Entry;
import io.provenant.gateway.vault.Vault;
import io.provenant.gateway.vault.VaultErasedException;
import io.provenant.gateway.vault.VaultRecord;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Receipt files (domain 3a.12), each as full as the log can make it now. An erased record keeps all but its body. */
final class Receipts {

    private final Vault vault;
    private final TreeFile tree;
    private final AnchorJournal anchors;
    private final Promises promises;

    Receipts(Vault vault, TreeFile tree, AnchorJournal anchors, Promises promises) {
        this.vault = vault;
        this.tree = tree;
        this.anchors = anchors;
        this.promises = promises;
    }

    JsonObject receipt(long index, Optional<SignedCheckpoint> latest) {
        Entry entry = vault.entry(index);
        JsonObject receipt = body(index)
                .with("v", 1)
                .with("docType", "Receipt")
                .with("entry", HexFormat.of().formatHex(entry.label()))
                .with("promise", promises.file(index));
        Optional<Anchor> anchor = anchors.covering(index);
        if (anchor.isPresent()) {
            return anchored(receipt, index, anchor.get());
        }
        return latest.filter(checkpoint -> checkpoint.size() > index)
                .map(checkpoint -> receipt.with("proof", proof(index, checkpoint)))
                .orElse(receipt);
    }

    ReceiptState state(long index, Optional<SignedCheckpoint> latest) {
        Optional<Anchor> anchor = anchors.covering(index);
        if (anchor.isPresent()) {
            return anchor.get().attestation().isPresent() ? ReceiptState.ATTESTED : ReceiptState.ANCHORED;
        }
        boolean integrated =
                latest.filter(checkpoint -> checkpoint.size() > index).isPresent();
        return integrated ? ReceiptState.INTEGRATED : ReceiptState.PROMISED;
    }

    private JsonObject anchored(JsonObject receipt, long index, Anchor anchor) {
        JsonObject full = receipt.with("proof", proof(index, anchor.checkpoint()))
                .with(
                        "anchor",
                        JsonObject.empty().with("txId", anchor.txId()).with("blockNumber", anchor.blockNumber()));
        return anchor.attestation().map(file -> full.with("attestation", file)).orElse(full);
    }

    private JsonObject body(long index) {
        try {
            VaultRecord record = vault.read(index);
            return JsonObject.of("document", StrictJsonReader.parseObject(record.content()))
                    .with("salt", HexFormat.of().formatHex(record.salt()));
        } catch (VaultErasedException e) {
            return JsonObject.empty();
        }
    }

    // C2SP tlog-proof
    private String proof(long index, SignedCheckpoint checkpoint) {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ")
                .append(index)
                .append('\n');
        for (Digest hash : tree.inclusion(index, checkpoint.size()).path()) {
            text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
        }
        return text.append('\n').append(checkpoint.note()).toString();
    }
}
